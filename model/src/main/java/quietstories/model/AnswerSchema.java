package quietstories.model;

import quietstories.json.JsonObject;

/**
 * The form that an answer must have.
 *
 * @param name letters, digits and underscores, such as {@code ScenarioSpec}
 * @param schema a JSON schema whose root is an object
 */
public record AnswerSchema(String name, JsonObject schema) {

  public AnswerSchema {
    if (!name.matches("[A-Za-z0-9_]{1,64}")) {
      throw new IllegalArgumentException("a schema's name is letters, digits and underscores");
    }
  }
}
