package quietstories.rules;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonNull;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;
import quietstories.story.Action;
import quietstories.story.NarratorRules;
import quietstories.story.Operation;
import quietstories.story.Roll;
import quietstories.story.Ruling;
import quietstories.story.ScenarioSpec;
import quietstories.story.StateChange;
import quietstories.story.Verdict;

/**
 * What a narrator may change: values at existing paths, and new keys below existing objects or
 * lists. Never the whole state, a new top-level key, or what the engine keeps; at most 50 changes a
 * turn and 64 KiB a value. Types stay what they were. What this turn's own action has changed stays
 * as the action left it. A scenario may narrow it further with its narrator rules.
 */
final class Gate {

  private static final int MOST_CHANGES = 50;
  private static final int LARGEST_VALUE = 64 * 1024;
  private static final int MOST_NEWCOMERS = 5;
  private static final int LARGEST_CAST = 100;
  private static final Set<String> ENGINE_KEPT = Set.of("turn", "revision");

  private final NarratorRules rules;
  private final Situation before;
  private final List<JsonPath> settled;
  private final List<JsonPath> guarded;
  private final Docket docket;
  private int decided;

  Gate(ScenarioSpec spec, Situation before, Verdict verdict) {
    this.rules = spec.narratorRules();
    this.before = before;
    this.settled = settledBy(spec, verdict, before.state());
    this.guarded = rules.protectedPaths().stream().map(this::place).toList();
    this.docket = new Docket(before);
  }

  /** The places that the permitted action's own effects were about. */
  private static List<JsonPath> settledBy(ScenarioSpec spec, Verdict verdict, JsonObject state) {
    if (!(verdict.ruling() instanceof Ruling.Permitted permitted)) {
      return List.of();
    }
    Action action = spec.action(permitted.action()).orElseThrow();
    List<StateChange> effects = new ArrayList<>(action.effects());
    boolean success = verdict.rolls().stream().anyMatch(Roll::success);
    action.roll().ifPresent(roll -> effects.addAll(success ? roll.onSuccess() : roll.onFailure()));
    return effects.stream().map(effect -> effect.place().within(state)).toList();
  }

  private JsonPath place(String path) {
    return JsonPath.parse(path).within(before.state());
  }

  void decide(StateChange wish) {
    JsonPath path = wish.place().within(docket.now().state());
    Optional<String> objection =
        decided++ >= MOST_CHANGES
            ? Optional.of("more than " + MOST_CHANGES + " changes in one turn")
            : place(wish, path).or(() -> value(wish, path));
    if (objection.isPresent()) {
      docket.refuse(wish, objection.get());
      return;
    }
    switch (Effects.apply(docket.now(), wish)) {
      case Applied.Skipped(String reason) -> docket.refuse(wish, reason);
      case Applied.Done(Situation after) ->
          limits(path, after)
              .ifPresentOrElse(
                  reason -> docket.refuse(wish, reason), () -> docket.settle(wish, after));
    }
  }

  Admission admission() {
    return new Admission(docket.done(), docket.skipped(), docket.now());
  }

  private Optional<String> place(StateChange wish, JsonPath path) {
    JsonObject state = docket.now().state();
    if (path.isRoot()) {
      return Optional.of("the whole state cannot be changed");
    }
    String top = path.segments().getFirst();
    boolean joinsCast = wish.op() == Operation.PUSH && path.segments().getLast().equals("entities");
    if (state.member(top).isEmpty() && !joinsCast) {
      return Optional.of("there is no '" + top + "' in the state, and none can be added");
    }
    if (ENGINE_KEPT.contains(top)) {
      return Optional.of("'" + top + "' is kept by the engine");
    }
    if (touches(guarded, path)) {
      return Optional.of("'" + path + "' is protected");
    }
    if (touches(settled, path)) {
      return Optional.of("the action has settled '" + path + "' already");
    }
    boolean parentStands = path.parent().flatMap(state::at).filter(Gate::isContainer).isPresent();
    return parentStands || joinsCast
        ? Optional.empty()
        : Optional.of("there is no object or list that could hold '" + path + "'");
  }

  private static boolean touches(List<JsonPath> places, JsonPath path) {
    return places.stream().anyMatch(place -> place.covers(path) || path.covers(place));
  }

  private static boolean isContainer(Json value) {
    return value instanceof JsonObject || value instanceof JsonArray;
  }

  private Optional<String> value(StateChange wish, JsonPath path) {
    if (wish.value().write().getBytes(StandardCharsets.UTF_8).length > LARGEST_VALUE) {
      return Optional.of("the value is larger than 64 KiB");
    }
    Optional<Json> here = docket.now().state().at(path);
    return switch (wish.op()) {
      case SET -> here.flatMap(old -> kindChange(path, old, wish.value()));
      case PATCH ->
          here.isPresent()
                  && here.get() instanceof JsonObject old
                  && wish.value() instanceof JsonObject more
              ? members(path, old, more)
              : Optional.empty();
      case ADDLOG ->
          here.filter(old -> !(old instanceof JsonArray))
              .map(old -> "'" + path + "' holds a " + old.kind() + ", not a list");
      case INC, DEC, MUL, PUSH, POP -> Optional.empty();
    };
  }

  private static Optional<String> members(JsonPath path, JsonObject old, JsonObject more) {
    return more.members().entrySet().stream()
        .flatMap(
            member ->
                old
                    .member(member.getKey())
                    .flatMap(was -> kindChange(path.child(member.getKey()), was, member.getValue()))
                    .stream())
        .findFirst();
  }

  private static Optional<String> kindChange(JsonPath path, Json old, Json value) {
    return old == JsonNull.NULL || old.kind().equals(value.kind())
        ? Optional.empty()
        : Optional.of(
            "'%s' holds a %s and cannot become a %s".formatted(path, old.kind(), value.kind()));
  }

  private Optional<String> limits(JsonPath path, Situation after) {
    int newcomers = after.entities().size() - before.entities().size();
    boolean joined = after.entities().size() > docket.now().entities().size();
    if (joined && (newcomers > MOST_NEWCOMERS || after.entities().size() > LARGEST_CAST)) {
      return Optional.of("too many newcomers");
    }
    return Stream.concat(bounds(path, after.state()), steps(path, after.state())).findFirst();
  }

  private Stream<String> bounds(JsonPath path, JsonObject state) {
    return touched(rules.bounds(), path)
        .flatMap(
            entry ->
                number(state, entry.getKey())
                    .filter(n -> n < entry.getValue().min() || n > entry.getValue().max())
                    .map(
                        n ->
                            "%s would be %s, outside %s to %s"
                                .formatted(
                                    entry.getKey(),
                                    Json.of(n).write(),
                                    Json.of(entry.getValue().min()).write(),
                                    Json.of(entry.getValue().max()).write()))
                    .stream());
  }

  private Stream<String> steps(JsonPath path, JsonObject state) {
    return touched(rules.maxStep(), path)
        .flatMap(
            entry -> {
              double was = number(before.state(), entry.getKey()).orElse(0.0);
              return number(state, entry.getKey())
                  .filter(n -> Math.abs(n - was) > entry.getValue())
                  .map(
                      _ ->
                          "%s may change by at most %s in a turn"
                              .formatted(entry.getKey(), Json.of(entry.getValue()).write()))
                  .stream();
            });
  }

  private <T> Stream<Map.Entry<String, T>> touched(Map<String, T> limits, JsonPath path) {
    return limits.entrySet().stream()
        .filter(entry -> touches(List.of(place(entry.getKey())), path));
  }

  private Optional<Double> number(JsonObject state, String path) {
    return state
        .at(place(path))
        .filter(JsonNumber.class::isInstance)
        .map(value -> ((JsonNumber) value).value());
  }
}
