package quietstories.authoring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import quietstories.json.Json;
import quietstories.json.JsonLimits;
import quietstories.json.JsonObject;
import quietstories.json.JsonReader;
import quietstories.model.AnswerSchema;

/**
 * The form that a model's scenario must have. Every list and text has a bound, since small models
 * that are held to a schema otherwise write until their tokens run out. The seed is left out:
 * models always choose the same one.
 */
final class SpecSchema {

  static final AnswerSchema SCHEMA = new AnswerSchema("ScenarioSpec", load());

  private SpecSchema() {}

  private static JsonObject load() {
    try (InputStream in = SpecSchema.class.getResourceAsStream("scenario-spec.schema.json")) {
      if (in == null) {
        throw new IllegalStateException("the schema of a ScenarioSpec is missing from the build");
      }
      Json schema = JsonReader.read(in.readAllBytes(), JsonLimits.STRICT);
      return (JsonObject) schema;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
