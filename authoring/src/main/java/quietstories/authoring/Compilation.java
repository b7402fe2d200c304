package quietstories.authoring;

import quietstories.json.JsonObject;
import quietstories.story.Scenario;

/**
 * What a compile made of a scenario.
 *
 * @param scenario as it was stored, {@code compiled} or {@code failed}, with its repairs
 * @param results what was found, as {@link CompileReport} describes it
 */
public record Compilation(Scenario scenario, JsonObject results) {

  /** Returns the form {@code {"id","status","validation_results"}}. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("id", scenario.id().value())
        .put("status", scenario.status().wireName())
        .put("validation_results", results)
        .build();
  }
}
