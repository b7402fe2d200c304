package quietstories.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonEdit;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;
import quietstories.rules.Applied.Done;
import quietstories.rules.Applied.Skipped;
import quietstories.story.Entity;
import quietstories.story.InvalidStory;
import quietstories.story.StateChange;

/**
 * Applies changes to a situation. Every odd case has an answer, and a change that cannot be made
 * changes nothing:
 *
 * <ul>
 *   <li>{@code set} creates objects on the way; the empty path takes an object as the whole state.
 *   <li>{@code inc}, {@code dec}, {@code mul} need a number at the path and a number as value, and
 *       a result within double range.
 *   <li>{@code patch} needs an object as value; where nothing stands it is put there.
 *   <li>{@code push} needs a list; {@code pop} a list that is not empty.
 *   <li>{@code addlog} makes a list of one where there is none; the empty path is {@code log}.
 *   <li>An object that is pushed onto a list named {@code entities} joins the cast as well.
 * </ul>
 */
final class Effects {

  private static final String CAST = "entities";
  private static final JsonPath LOG = JsonPath.parse("log");

  private Effects() {}

  static Applied apply(Situation situation, StateChange change) {
    JsonPath path = change.place().within(situation.state());
    return switch (change.op()) {
      case SET -> put(situation, path, change.value());
      case INC -> number(situation, path, change.value(), JsonNumber::plus);
      case DEC -> number(situation, path, change.value(), JsonNumber::minus);
      case MUL -> number(situation, path, change.value(), JsonNumber::times);
      case PATCH -> patch(situation, path, change.value());
      case PUSH -> push(situation, path, change.value());
      case POP -> pop(situation, path);
      case ADDLOG -> addLog(situation, path.isRoot() ? LOG : path, change.value());
    };
  }

  private static Applied put(Situation situation, JsonPath path, Json value) {
    return switch (JsonEdit.set(situation.state(), path, value)) {
      case JsonEdit.Done(JsonObject root) -> new Done(situation.withState(root));
      case JsonEdit.Done(Json root) ->
          new Skipped("the whole state must be an object, not a " + root.kind());
      case JsonEdit.Blocked(JsonPath at, String reason) ->
          new Skipped((at.isRoot() ? "the state" : at) + " " + reason);
    };
  }

  private static Applied number(
      Situation situation,
      JsonPath path,
      Json value,
      BiFunction<JsonNumber, JsonNumber, Optional<JsonNumber>> operator) {
    Optional<Json> here = situation.state().at(path);
    if (here.isEmpty()) {
      return missing(path);
    }
    if (!(here.get() instanceof JsonNumber number)) {
      return wrong(path, here.get(), "a number");
    }
    if (!(value instanceof JsonNumber operand)) {
      return new Skipped("the value must be a number, not a " + value.kind());
    }
    return operator
        .apply(number, operand)
        .map(result -> put(situation, path, result))
        .orElseGet(() -> new Skipped("the result is too large for a number"));
  }

  private static Applied patch(Situation situation, JsonPath path, Json value) {
    if (!(value instanceof JsonObject members)) {
      return new Skipped("the value must be an object, not a " + value.kind());
    }
    Optional<Json> here = situation.state().at(path);
    if (here.isEmpty()) {
      return put(situation, path, members);
    }
    return here.get() instanceof JsonObject object
        ? put(situation, path, object.merge(members))
        : wrong(path, here.get(), "an object");
  }

  private static Applied push(Situation situation, JsonPath path, Json value) {
    boolean toCast = !path.isRoot() && path.segments().getLast().equals(CAST);
    if (toCast && value instanceof JsonObject newcomer) {
      return join(situation, path, newcomer);
    }
    return append(situation, path, value);
  }

  private static Applied append(Situation situation, JsonPath path, Json value) {
    Optional<Json> here = situation.state().at(path);
    if (here.isEmpty()) {
      return missing(path);
    }
    return here.get() instanceof JsonArray list
        ? put(situation, path, list.append(value))
        : wrong(path, here.get(), "a list");
  }

  private static Applied join(Situation situation, JsonPath path, JsonObject newcomer) {
    Entity entity;
    try {
      entity = Entity.from(newcomer);
    } catch (InvalidStory invalid) {
      return new Skipped(invalid.getMessage());
    }
    if (situation.entities().stream().anyMatch(known -> known.id().equals(entity.id()))) {
      return new Skipped("'" + entity.id() + "' is in the cast already");
    }
    List<Entity> cast = new ArrayList<>(situation.entities());
    cast.add(entity);
    Situation joined = new Situation(situation.state(), cast);
    return joined.state().at(path).isEmpty() ? new Done(joined) : append(joined, path, newcomer);
  }

  private static Applied pop(Situation situation, JsonPath path) {
    Optional<Json> here = situation.state().at(path);
    if (here.isEmpty()) {
      return missing(path);
    }
    if (!(here.get() instanceof JsonArray list)) {
      return wrong(path, here.get(), "a list");
    }
    return list.elements().isEmpty()
        ? new Skipped(path + " is empty")
        : put(situation, path, list.dropLast());
  }

  private static Applied addLog(Situation situation, JsonPath path, Json entry) {
    Optional<Json> here = situation.state().at(path);
    JsonArray log =
        here.isPresent() && here.get() instanceof JsonArray list ? list : JsonArray.EMPTY;
    return put(situation, path, log.append(entry));
  }

  private static Skipped missing(JsonPath path) {
    return new Skipped("there is nothing at '" + path + "'");
  }

  private static Skipped wrong(JsonPath path, Json here, String needed) {
    return new Skipped("'" + path + "' holds a " + here.kind() + ", not " + needed);
  }
}
