package quietstories.story;

import java.util.Optional;
import quietstories.json.Json;
import quietstories.json.JsonNull;
import quietstories.json.JsonObject;

/**
 * What a player sent for one turn.
 *
 * @param text the player's own words; empty for an automatic turn, in which the story goes on by
 *     itself
 * @param action the offered action that was chosen, if any
 * @param parameters the chosen action's arguments
 * @param key the client's name for this input, if it gave one
 */
public record PlayerInput(
    Optional<String> text,
    Optional<ActionId> action,
    JsonObject parameters,
    Optional<IdempotencyKey> key) {

  /** Returns an input of plain words. */
  public static PlayerInput words(String text) {
    return new PlayerInput(Optional.of(text), Optional.empty(), JsonObject.EMPTY, Optional.empty());
  }

  /** Returns the choice of an offered action. */
  public static PlayerInput choice(ActionId action, JsonObject parameters) {
    return new PlayerInput(Optional.empty(), Optional.of(action), parameters, Optional.empty());
  }

  /** Returns this input under that key. */
  public PlayerInput withKey(IdempotencyKey newKey) {
    return new PlayerInput(text, action, parameters, Optional.of(newKey));
  }

  /** Returns the form {@code {"action","action_id","parameters"}}; the key is no part of it. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .putText("action", text)
        .put("action_id", action.<Json>map(id -> Json.of(id.value())).orElse(JsonNull.NULL))
        .put("parameters", parameters)
        .build();
  }

  /** Reads the form that {@link #toJson} writes. */
  public static PlayerInput from(JsonObject json) {
    return new PlayerInput(
        json.text("action"),
        json.text("action_id").map(ActionId::new),
        json.object("parameters").orElse(JsonObject.EMPTY),
        Optional.empty());
  }
}
