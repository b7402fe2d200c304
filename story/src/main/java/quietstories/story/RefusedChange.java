package quietstories.story;

import quietstories.json.JsonObject;

/** A change that did not happen, and why, in words for a player and for the narrator. */
public record RefusedChange(StateChange change, String reason) {

  /** Returns the change's form with {@code reason} added. */
  public JsonObject toJson() {
    return change.toJson().with("reason", quietstories.json.Json.of(reason));
  }

  /** Reads the form that {@link #toJson} writes. */
  public static RefusedChange from(JsonObject json) {
    return new RefusedChange(StateChange.from(json), json.text("reason").orElse(""));
  }
}
