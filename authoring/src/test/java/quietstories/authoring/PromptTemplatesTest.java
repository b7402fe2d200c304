package quietstories.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quietstories.json.JsonObject;

final class PromptTemplatesTest {

  @Test
  void theThreePromptsAreListedWithAPreviewOf200Characters() {
    PromptTemplates templates = new PromptTemplates("Narrate. ".repeat(50));
    assertThat(templates.toJson().array("templates").orElseThrow().objects())
        .extracting(template -> template.text("name").orElseThrow())
        .containsExactly("prompt_enrichment", "scenario_generation", "narrator");
    assertThat(templates.toJson().array("templates").orElseThrow().objects())
        .allSatisfy(template -> assertThat(preview(template)).hasSize(203).endsWith("..."));
  }

  @Test
  void aShortPromptIsShownWhole() {
    assertThat(new PromptTemplates("Narrate.").all().getLast().preview()).isEqualTo("Narrate.");
  }

  @Test
  void aPreviewNeverCutsACharacterInTwo() {
    String preview = new PromptTemplates("🐉".repeat(201)).all().getLast().preview();
    assertThat(preview).isEqualTo("🐉".repeat(200) + "...");
  }

  private static String preview(JsonObject template) {
    return template.text("system_prompt_preview").orElseThrow();
  }
}
