package quietstories.story;

import java.util.Optional;
import quietstories.json.JsonObject;

/**
 * Who told a story.
 *
 * @param provider such as {@code openai} or {@code ollama}; {@code builtin} when no model took part
 * @param model the model's name
 * @param protocol how it speaks, such as {@code marker} or {@code json}
 */
public record NarratorIdentity(String provider, Optional<String> model, Optional<String> protocol) {

  /** The narrator that needs no model. */
  public static final NarratorIdentity BUILTIN =
      new NarratorIdentity("builtin", Optional.empty(), Optional.of("builtin"));

  /** Returns the form {@code {"provider","model","protocol"}}. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("provider", provider)
        .putText("model", model)
        .putText("protocol", protocol)
        .build();
  }

  /** Reads the form that {@link #toJson} writes. */
  public static NarratorIdentity from(JsonObject json) {
    return new NarratorIdentity(
        Required.text(json, "provider"), json.text("model"), json.text("protocol"));
  }
}
