package quietstories.authoring;

import quietstories.json.JsonObject;
import quietstories.story.NarratorIdentity;

/**
 * A description made richer.
 *
 * @param original the player's words, trimmed
 * @param enriched the new text, trimmed and not blank
 * @param narrator who wrote it
 */
public record Enrichment(String original, String enriched, NarratorIdentity narrator) {

  /** Returns the form {@code {"original","enriched","narrator"}}. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("original", original)
        .put("enriched", enriched)
        .put("narrator", narrator.toJson())
        .build();
  }
}
