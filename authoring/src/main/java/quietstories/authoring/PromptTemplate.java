package quietstories.authoring;

import quietstories.json.JsonObject;

/**
 * A prompt that this program gives to models.
 *
 * @param name such as {@code narrator}
 * @param description what it is for
 * @param systemPrompt its whole text
 */
public record PromptTemplate(String name, String description, String systemPrompt) {

  private static final int PREVIEW = 200;

  /** Returns the first 200 characters of the prompt and, if there are more, an ellipsis. */
  public String preview() {
    int length = systemPrompt.codePointCount(0, systemPrompt.length());
    return length <= PREVIEW
        ? systemPrompt
        : systemPrompt.substring(0, systemPrompt.offsetByCodePoints(0, PREVIEW)) + "...";
  }

  /** Returns the form {@code {"name","description","system_prompt_preview"}}. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("name", name)
        .put("description", description)
        .put("system_prompt_preview", preview())
        .build();
  }
}
