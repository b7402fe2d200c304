package quietstories.authoring;

import java.util.List;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;

/** The prompts that this program gives to models, for whoever wants to look at them. */
public final class PromptTemplates {

  private final List<PromptTemplate> all;

  /**
   * Creates the list.
   *
   * @param narrator the text of the narrator's system prompt, which another room writes
   */
  public PromptTemplates(String narrator) {
    all =
        List.of(
            new PromptTemplate(
                "prompt_enrichment",
                "Makes a short description richer before a scenario is written from it",
                EnrichmentPrompt.SYSTEM),
            new PromptTemplate(
                "scenario_generation",
                "Writes the rules of a world from a description",
                ScenarioPrompt.SYSTEM),
            new PromptTemplate("narrator", "Tells each turn of a story", narrator));
  }

  /** Returns the three prompts. */
  public List<PromptTemplate> all() {
    return all;
  }

  /** Returns the form {@code {"templates":[…]}}. */
  public JsonObject toJson() {
    List<Json> templates = all.stream().<Json>map(PromptTemplate::toJson).toList();
    return JsonObject.of("templates", new JsonArray(templates));
  }
}
