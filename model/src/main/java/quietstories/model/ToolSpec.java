package quietstories.model;

import quietstories.json.JsonObject;

/**
 * A tool as a model is told of it.
 *
 * @param name letters, digits, underscores and hyphens, at most 64
 * @param description what it does and when to use it
 * @param parameters a JSON schema whose root is an object
 */
public record ToolSpec(String name, String description, JsonObject parameters) {

  public ToolSpec {
    if (!name.matches("[A-Za-z0-9_-]{1,64}")) {
      throw new IllegalArgumentException(
          "a tool's name is letters, digits, underscores and hyphens");
    }
  }
}
