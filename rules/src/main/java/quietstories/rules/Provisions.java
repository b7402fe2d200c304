package quietstories.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;
import quietstories.json.JsonString;
import quietstories.story.Action;
import quietstories.story.ActionRoll;
import quietstories.story.RandomEvent;
import quietstories.story.ScenarioSpec;
import quietstories.story.StateChange;

/**
 * The places that can ever hold something in a scenario: those of its first state, and those that
 * some effect may make.
 *
 * @param state the first state
 * @param made the changes that can put something where nothing was: set, patch, push, addlog
 */
record Provisions(JsonObject state, List<StateChange> made) {

  private static final String ARGUMENTS = "params";

  static Provisions of(ScenarioSpec spec) {
    List<StateChange> effects = new ArrayList<>();
    for (Action action : spec.actions()) {
      effects.addAll(action.effects());
      effects.addAll(action.roll().map(ActionRoll::onSuccess).orElse(List.of()));
      effects.addAll(action.roll().map(ActionRoll::onFailure).orElse(List.of()));
    }
    spec.randomEvents().stream().map(RandomEvent::effects).forEach(effects::addAll);
    return new Provisions(spec.state(), effects.stream().filter(Provisions::makes).toList());
  }

  private static boolean makes(StateChange change) {
    return switch (change.op()) {
      case SET, PATCH, PUSH, ADDLOG -> true;
      case INC, DEC, MUL, POP -> false;
    };
  }

  /** Returns whether a condition can find something at {@code path}. */
  boolean provide(String path, JsonObject params) {
    JsonPath place = JsonPath.parse(path).within(state);
    boolean argument =
        !params.members().isEmpty()
            && !place.isRoot()
            && place.segments().getFirst().equals(ARGUMENTS);
    return argument ? declared(place, params) : provide(place);
  }

  private static boolean declared(JsonPath place, JsonObject params) {
    return place.segments().size() < 2
        || ParameterForm.isOpen(params)
        || ParameterForm.all(params).containsKey(place.segments().get(1));
  }

  /** Returns whether something can ever stand at {@code place}. */
  boolean provide(JsonPath place) {
    return state.at(place).isPresent() || isLength(place) || mayBecome(place, value -> true);
  }

  /** Returns whether some effect may put a value there that is {@code wanted}. */
  boolean mayBecome(JsonPath place, Predicate<Json> wanted) {
    return made.stream().anyMatch(change -> yields(change, place, wanted));
  }

  /** What an argument or a pushed element will be is not known, so it may be anything. */
  private boolean yields(StateChange change, JsonPath place, Predicate<Json> wanted) {
    JsonPath target = Operations.place(change, state);
    boolean isBelow = place.covers(target) && !place.equals(target);
    if (isBelow) {
      return state.at(place).isEmpty() && wanted.test(JsonObject.EMPTY);
    }
    if (!target.covers(place)) {
      return false;
    }
    boolean unknown = !Ledger.argument(change.value()).isEmpty();
    JsonPath rest = new JsonPath(suffix(place, target));
    return switch (change.op()) {
      case SET -> unknown || change.value().at(rest).filter(wanted).isPresent();
      case PATCH ->
          unknown
              || (rest.isRoot()
                  ? state.at(place).isEmpty() && wanted.test(change.value())
                  : change.value().at(rest).filter(wanted).isPresent());
      case ADDLOG -> !rest.isRoot() || wanted.test(JsonArray.EMPTY);
      case PUSH -> !rest.isRoot();
      case INC, DEC, MUL, POP -> false;
    };
  }

  private static List<String> suffix(JsonPath place, JsonPath above) {
    return place.segments().subList(above.segments().size(), place.segments().size());
  }

  private boolean isLength(JsonPath place) {
    Optional<Json> parent = place.parent().flatMap(state::at);
    return !place.isRoot()
        && place.segments().getLast().equals("length")
        && parent.filter(p -> p instanceof JsonArray || p instanceof JsonString).isPresent();
  }

  /** Returns what a writer may do about a place that nothing provides. */
  String advice(String path) {
    JsonPath place = JsonPath.parse(path).within(state);
    String last = place.isRoot() ? "" : place.segments().getLast();
    return places(state, JsonPath.ROOT)
        .filter(known -> known.segments().getLast().equals(last))
        .findFirst()
        .map(known -> "did you mean '" + known + "'?")
        .orElse("put it into the state, or give the var a default");
  }

  private static Stream<JsonPath> places(JsonObject object, JsonPath at) {
    return object.members().entrySet().stream()
        .flatMap(
            member -> {
              JsonPath here = at.child(member.getKey());
              return member.getValue() instanceof JsonObject below
                  ? Stream.concat(Stream.of(here), places(below, here))
                  : Stream.of(here);
            });
  }
}
