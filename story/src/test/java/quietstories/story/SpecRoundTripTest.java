package quietstories.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonNull;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;
import quietstories.json.JsonReader;

class SpecRoundTripTest {

  private static ScenarioSpec read(JsonObject json) {
    assertThat(SpecReader.read(json)).isInstanceOf(SpecReading.Valid.class);
    return ((SpecReading.Valid) SpecReader.read(json)).spec();
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    ScenarioSpec spec = read(SampleSpec.json());
    JsonObject written = SpecWriter.write(spec);
    assertThat(read(written)).isEqualTo(spec);
    assertThat(read((JsonObject) JsonReader.read(written.write()))).isEqualTo(spec);
  }

  @Test
  void everyPartOfTheFormatIsKept() {
    ScenarioSpec spec = read(SampleSpec.json());
    assertThat(spec.seed()).isZero();
    assertThat(spec.actions().getFirst().roll().orElseThrow().onSuccess()).hasSize(1);
    assertThat(spec.actions().getFirst().roll().orElseThrow().onFailure()).hasSize(1);
    assertThat(spec.actions().get(1).label()).isEqualTo("Wait");
    assertThat(spec.entities().getFirst().more().object("stats")).isPresent();
    assertThat(spec.narratorRules().protectedPaths()).containsExactly("player.gold");
    assertThat(spec.narratorRules().bounds()).containsKey("player.health");
    assertThat(spec.narratorRules().maxStep()).isEqualTo(Map.of("player.health", 3.0));
    assertThat(spec.budget().decayPerTurn()).containsKey("player.health");
    assertThat(spec.pointOfView()).contains(new EntityId("mira"));
  }

  @Provide
  Arbitrary<String> keys() {
    return Arbitraries.of(SampleSpec.json().members().keySet());
  }

  @Provide
  Arbitrary<Json> strangers() {
    return Arbitraries.of(
        JsonNull.NULL,
        Json.of(""),
        Json.of(7),
        Json.of(true),
        JsonObject.EMPTY,
        JsonArray.of(JsonNull.NULL),
        JsonArray.of(JsonObject.EMPTY),
        JsonArray.of(JsonObject.of("id", Json.of("x"))));
  }

  @Property(tries = 300)
  void aSpoiltPartIsAProblemOrIsReadButNeverThrows(
      @ForAll("keys") String key, @ForAll("strangers") Json stranger) {
    switch (SpecReader.read(SampleSpec.json().with(key, stranger))) {
      case SpecReading.Valid(ScenarioSpec spec) ->
          assertThat(read(SpecWriter.write(spec))).isEqualTo(spec);
      case SpecReading.Invalid(List<Problem> problems) ->
          assertThat(problems).isNotEmpty().allSatisfy(p -> assertThat(p.message()).isNotBlank());
    }
  }

  @Test
  void everyProblemIsNamedWithItsPlace() {
    JsonObject broken =
        SampleSpec.json()
            .without("name")
            .with("seed", Json.of("soon"))
            .with("loss_conditions", JsonArray.EMPTY.append(Json.of(1)));
    assertThat(SpecReader.read(broken))
        .isInstanceOfSatisfying(
            SpecReading.Invalid.class,
            invalid ->
                assertThat(invalid.problems())
                    .extracting(Problem::place)
                    .contains(
                        JsonPath.parse("name"),
                        JsonPath.parse("seed"),
                        JsonPath.parse("loss_conditions.0")));
  }

  @Test
  void oneLossConditionIsTooFew() {
    JsonArray losses = SampleSpec.json().array("loss_conditions").orElseThrow();
    JsonObject one = SampleSpec.json().with("loss_conditions", losses.dropLast());
    assertThat(SpecReader.read(one)).isInstanceOf(SpecReading.Invalid.class);
  }
}
