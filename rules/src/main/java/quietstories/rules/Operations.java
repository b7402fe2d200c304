package quietstories.rules;

import java.util.Optional;
import java.util.function.BiFunction;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonEdit;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;
import quietstories.rules.Application.Applied;
import quietstories.rules.Application.Inapplicable;
import quietstories.story.Operation;
import quietstories.story.StateChange;

/**
 * Applies changes: the one place where an operation's meaning is written.
 *
 * <p>A change happens as a whole or not at all. On a missing place {@code set}, {@code patch} and
 * {@code addlog} create what they need; the others cannot apply. On a value of the wrong kind only
 * {@code set} and {@code addlog} apply, which replace it. The empty path is the whole state, which
 * stays an object; for {@code addlog} it is {@code log}.
 */
final class Operations {

  private static final int MAX_DEPTH = 64;
  private static final String CAST = "entities";

  private Operations() {}

  /** Returns the place that {@code change} means in {@code state}. */
  static JsonPath place(StateChange change, JsonObject state) {
    JsonPath place = change.place().within(state);
    return place.isRoot() && change.op() == Operation.ADDLOG ? place.child("log") : place;
  }

  /** Returns whether {@code change} would add somebody to the cast. */
  static boolean addsToCast(StateChange change, JsonPath place) {
    return change.op() == Operation.PUSH
        && change.value() instanceof JsonObject
        && !place.isRoot()
        && place.segments().getLast().equals(CAST);
  }

  static Application apply(Situation before, StateChange change) {
    JsonObject state = before.state();
    JsonPath place = place(change, state);
    if (place.segments().size() + Measure.depth(change.value()) > MAX_DEPTH) {
      return new Inapplicable(
          name(place) + " would be nested deeper than " + MAX_DEPTH + " levels");
    }
    Json value = change.value();
    return switch (change.op()) {
      case SET -> put(before, place, value);
      case INC -> number(before, place, value, JsonNumber::plus);
      case DEC -> number(before, place, value, JsonNumber::minus);
      case MUL -> number(before, place, value, JsonNumber::times);
      case PATCH -> patch(before, place, value);
      case PUSH ->
          addsToCast(change, place) ? Cast.push(before, place, value) : push(before, place, value);
      case POP -> pop(before, place);
      case ADDLOG -> put(before, place, listAt(state, place).orElse(JsonArray.EMPTY).append(value));
    };
  }

  /** Returns how a place is named in a reason. */
  static String name(JsonPath place) {
    return place.isRoot() ? "the state" : place.toString();
  }

  private static Application put(Situation before, JsonPath place, Json value) {
    return switch (JsonEdit.set(before.state(), place, value)) {
      case JsonEdit.Done(JsonObject state) -> new Applied(before.withState(state));
      case JsonEdit.Done _ -> new Inapplicable("the state as a whole must stay an object");
      case JsonEdit.Blocked(JsonPath at, String reason) ->
          new Inapplicable(name(at) + " " + reason);
    };
  }

  private static Application number(
      Situation before,
      JsonPath place,
      Json value,
      BiFunction<JsonNumber, JsonNumber, Optional<JsonNumber>> arithmetic) {
    if (!(value instanceof JsonNumber operand)) {
      return new Inapplicable("the value must be a number, not " + kind(value));
    }
    Optional<Json> old = before.state().at(place);
    if (!(old.orElse(JsonArray.EMPTY) instanceof JsonNumber number)) {
      return mismatch(place, old, "a number");
    }
    return arithmetic
        .apply(number, operand)
        .map(result -> put(before, place, result))
        .orElseGet(() -> new Inapplicable(name(place) + " would leave the range of numbers"));
  }

  private static Application patch(Situation before, JsonPath place, Json value) {
    if (!(value instanceof JsonObject members)) {
      return new Inapplicable("the value must be an object, not " + kind(value));
    }
    Optional<Json> old = before.state().at(place);
    return old.orElse(JsonObject.EMPTY) instanceof JsonObject object
        ? put(before, place, object.merge(members))
        : mismatch(place, old, "an object");
  }

  private static Application push(Situation before, JsonPath place, Json value) {
    Optional<Json> old = before.state().at(place);
    return old.orElse(JsonObject.EMPTY) instanceof JsonArray list
        ? put(before, place, list.append(value))
        : mismatch(place, old, "a list");
  }

  /** Returns the list at {@code place}, or empty if something else or nothing stands there. */
  private static Optional<JsonArray> listAt(JsonObject state, JsonPath place) {
    return state.at(place).filter(JsonArray.class::isInstance).map(JsonArray.class::cast);
  }

  private static Application pop(Situation before, JsonPath place) {
    Optional<Json> old = before.state().at(place);
    if (!(old.orElse(JsonObject.EMPTY) instanceof JsonArray list)) {
      return mismatch(place, old, "a list");
    }
    return list.elements().isEmpty()
        ? new Inapplicable(name(place) + " is empty")
        : put(before, place, list.dropLast());
  }

  static Inapplicable mismatch(JsonPath place, Optional<Json> old, String wanted) {
    return new Inapplicable(
        old.map(value -> "%s holds %s, not %s".formatted(name(place), kind(value), wanted))
            .orElseGet(() -> "there is no " + name(place)));
  }

  static String kind(Json value) {
    return switch (value.kind()) {
      case "object" -> "an object";
      case "array" -> "a list";
      case "null" -> "nothing";
      case "string" -> "a text";
      case "boolean" -> "true or false";
      default -> "a number";
    };
  }
}
