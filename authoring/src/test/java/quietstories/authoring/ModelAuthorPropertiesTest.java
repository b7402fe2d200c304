package quietstories.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonEdit;
import quietstories.json.JsonNull;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;
import quietstories.rules.SpecCheck;
import quietstories.story.ScenarioSpec;
import quietstories.story.SpecReader;
import quietstories.story.SpecReading;
import quietstories.story.SpecWriter;

final class ModelAuthorPropertiesTest {

  @Property(tries = 300)
  void anyAnswerIsAScenarioOrUnusable(@ForAll("answers") String answer) {
    ScriptedModel model = ScriptedModel.answering(answer, answer);
    try {
      ScenarioSpec spec = new ModelAuthor(model, 0.25).write("A cellar", 1);
      assertThat(SpecCheck.problems(SpecRepair.repair(spec).spec())).isEmpty();
    } catch (AuthoringException e) {
      assertThat(e.fault()).isEqualTo(AuthoringFault.UNUSABLE_ANSWER);
    }
  }

  @Property(tries = 300)
  void aRepairedScenarioCanBeWrittenReadAndRepairedToItself(@ForAll("answers") String answer) {
    ScriptedModel model = ScriptedModel.answering(answer, Specs.CELLAR);
    ScenarioSpec spec = new ModelAuthor(model, 0.25).write("A cellar", 1);
    ScenarioSpec once = SpecRepair.repair(spec).spec();
    assertThat(SpecRepair.repair(once).notes()).isEmpty();
    assertThat(SpecReader.read(SpecWriter.write(once))).isEqualTo(new SpecReading.Valid(once));
  }

  /** The cellar with something else in one place, or a piece of it. */
  @Provide
  Arbitrary<String> answers() {
    Arbitrary<JsonPath> places = Arbitraries.of(places());
    Arbitrary<String> changed =
        places.flatMap(
            place ->
                values()
                    .map(
                        value ->
                            JsonEdit.set(Specs.json(), place, value)
                                    instanceof JsonEdit.Done(Json root)
                                ? root.write()
                                : "{}"));
    Arbitrary<String> torn =
        Arbitraries.integers()
            .between(0, Specs.CELLAR.length())
            .map(end -> Specs.CELLAR.substring(0, end));
    return Arbitraries.oneOf(changed, changed, torn, Arbitraries.strings().ofMaxLength(40));
  }

  private static Arbitrary<Json> values() {
    return Arbitraries.of(
        JsonNull.NULL,
        Json.of(true),
        Json.of(0),
        Json.of(-1e300),
        Json.of("12"),
        Json.of(""),
        Json.of("state.state.x"),
        JsonObject.EMPTY,
        JsonArray.EMPTY,
        JsonArray.of(JsonNull.NULL, Json.of("/a/b"), JsonObject.EMPTY),
        JsonObject.of("var", Json.of("state.state.player")),
        JsonObject.of("op", Json.of("INC")));
  }

  private static List<JsonPath> places() {
    return List.copyOf(below(JsonPath.ROOT, Specs.json()));
  }

  private static List<JsonPath> below(JsonPath at, Json json) {
    List<JsonPath> places = new ArrayList<>();
    if (json instanceof JsonObject object) {
      object.members().forEach((name, value) -> add(at.child(name), value, places));
    }
    if (json instanceof JsonArray array) {
      for (int i = 0; i < array.elements().size(); i++) {
        add(at.child(String.valueOf(i)), array.elements().get(i), places);
      }
    }
    return places;
  }

  private static void add(JsonPath place, Json value, List<JsonPath> places) {
    places.add(place);
    places.addAll(below(place, value));
  }
}
