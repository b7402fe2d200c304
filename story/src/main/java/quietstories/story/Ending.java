package quietstories.story;

import quietstories.json.JsonObject;

/** The end of a session's story. */
public record Ending(EndingId id, EndingKind kind, String message) {

  /** Returns the form {@code {"id","message","kind"}}. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("id", id.value())
        .put("message", message)
        .put("kind", kind.wireName())
        .build();
  }

  /** Reads the form that {@link #toJson} writes. */
  public static Ending from(JsonObject json) {
    EndingKind kind = Required.text(json, "kind").equals("win") ? EndingKind.WIN : EndingKind.LOSS;
    return new Ending(
        new EndingId(Required.text(json, "id")), kind, json.text("message").orElse(""));
  }
}
