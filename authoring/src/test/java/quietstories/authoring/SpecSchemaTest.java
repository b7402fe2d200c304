package quietstories.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.story.SpecWriter;

final class SpecSchemaTest {

  @Test
  void itNamesOnlyWhatAScenarioHas() {
    JsonObject written = SpecWriter.write(Specs.playable());
    assertThat(written.members().keySet())
        .containsAll(
            SpecSchema.SCHEMA.schema().object("properties").orElseThrow().members().keySet());
  }

  @Test
  void everyListAndTextHasABound() {
    List<String> unbounded = new ArrayList<>();
    collect("$", SpecSchema.SCHEMA.schema(), unbounded);
    assertThat(unbounded).isEmpty();
  }

  private static void collect(String at, Json json, List<String> unbounded) {
    if (json instanceof JsonArray(List<Json> elements)) {
      elements.forEach(element -> collect(at + "[]", element, unbounded));
    }
    if (json instanceof JsonObject object) {
      String type = object.text("type").orElse("");
      boolean bounded =
          switch (type) {
            case "array" -> object.integer("maxItems").isPresent();
            case "string" ->
                object.integer("maxLength").isPresent() || object.array("enum").isPresent();
            case "object" ->
                object.integer("maxProperties").isPresent()
                    || object.object("properties").isPresent();
            default -> true;
          };
      if (!bounded) {
        unbounded.add(at);
      }
      object.members().forEach((name, value) -> collect(at + "." + name, value, unbounded));
    }
  }
}
