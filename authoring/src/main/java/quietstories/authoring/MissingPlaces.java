package quietstories.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonEdit;
import quietstories.json.JsonNull;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;
import quietstories.json.JsonString;
import quietstories.story.Action;
import quietstories.story.ActionRoll;
import quietstories.story.Operation;
import quietstories.story.RandomEvent;
import quietstories.story.ScenarioSpec;
import quietstories.story.StateChange;

/**
 * Puts into the state what the effects and the decay count on: 0 where a number is changed, an
 * empty list where something is appended. A place that some effect sets is left to that effect.
 */
final class MissingPlaces {

  private static final JsonPath LOG = JsonPath.parse("log");

  private final ScenarioSpec spec;
  private final Set<String> notes;
  private final List<StateChange> changes;
  private JsonObject state;

  /** Creates a filler that adds what it did to {@code notes}. */
  MissingPlaces(ScenarioSpec spec, Set<String> notes) {
    this.spec = spec;
    this.notes = notes;
    this.state = spec.state();
    this.changes =
        Stream.concat(
                spec.actions().stream().flatMap(MissingPlaces::ofAction),
                spec.randomEvents().stream().map(RandomEvent::effects).flatMap(List::stream))
            .toList();
  }

  /** Returns the state with all places that the rules change. */
  JsonObject filled() {
    for (StateChange change : changes) {
      fill(change);
    }
    for (String path : spec.budget().decayPerTurn().keySet()) {
      number(JsonPath.parse(path).within(state));
    }
    return state;
  }

  private static Stream<StateChange> ofAction(Action action) {
    List<StateChange> all = new ArrayList<>(action.effects());
    for (ActionRoll roll : action.roll().stream().toList()) {
      all.addAll(roll.onSuccess());
      all.addAll(roll.onFailure());
    }
    return all.stream();
  }

  private void fill(StateChange change) {
    JsonPath place = change.place().within(state);
    switch (change.op()) {
      case INC, DEC, MUL -> number(place);
      case PUSH, POP -> container(place, JsonArray.EMPTY, "as an empty list");
      case ADDLOG -> container(place.isRoot() ? LOG : place, JsonArray.EMPTY, "as an empty list");
      // why: these make what they need.
      case SET, PATCH -> {}
    }
  }

  private void number(JsonPath place) {
    Optional<Json> found = state.at(place);
    Json here = found.orElse(JsonNull.NULL);
    if (here == JsonNull.NULL) {
      put(place, Json.of(0), "with 0");
    } else if (here instanceof JsonString && Loose.number(here) instanceof JsonNumber number) {
      put(place, number, "as a number instead of text");
    }
  }

  private void container(JsonPath place, Json empty, String how) {
    if (state.at(place).orElse(JsonNull.NULL) == JsonNull.NULL) {
      put(place, empty, how);
    }
  }

  private void put(JsonPath place, Json value, String how) {
    boolean missing = state.at(place).isEmpty();
    if (place.isRoot() || (missing && isSetSomewhere(place))) {
      return;
    }
    if (JsonEdit.set(state, place, value) instanceof JsonEdit.Done(JsonObject root)) {
      state = root;
      notes.add("The rules change '" + place + "', which the state now begins " + how + ".");
    }
  }

  private boolean isSetSomewhere(JsonPath place) {
    return changes.stream()
        .filter(change -> change.op() == Operation.SET || change.op() == Operation.PATCH)
        .anyMatch(change -> provides(change, place));
  }

  /** A place may be set itself, or as a part of what is set above it, or piece by piece. */
  private boolean provides(StateChange change, JsonPath place) {
    JsonPath set = change.place().within(state);
    if (!set.covers(place)) {
      return place.covers(set);
    }
    List<String> below = place.segments().subList(set.segments().size(), place.segments().size());
    return change.value().at(new JsonPath(below)).isPresent();
  }
}
