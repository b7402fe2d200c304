package quietstories.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quietstories.json.Json;
import quietstories.json.JsonObject;

class ScenarioLogicTest {

  private static final JsonObject STATE =
      Parsed.object(
          "{'player':{'gold':3,'room':'hall'},'door':'closed','has_key':false,'alarm':true,"
              + "'bag':['rope'],'guards':[{'room':'hall'},{'room':'yard'}]}");

  private static boolean holds(String condition) {
    return JsonLogic.forScenario(Parsed.object(condition)).holds(STATE);
  }

  @Test
  void anEmptyConditionIsTrue() {
    assertThat(holds("{}")).isTrue();
  }

  @Provide
  Arbitrary<String> places() {
    return Arbitraries.of("player.gold", "player", "bag.0", "bag[0]", "bag.[0]", "none.at", "door");
  }

  @Property
  void aPlaceIsTheSameWithAndWithoutThePrefix(@ForAll("places") String place) {
    Json plain = JsonLogic.forScenario(JsonObject.of("var", Json.of(place))).evaluate(STATE);
    Json prefixed =
        JsonLogic.forScenario(JsonObject.of("var", Json.of("state." + place))).evaluate(STATE);
    assertThat(prefixed).isEqualTo(plain);
  }

  @Test
  void placesAndValuesAreAllCompared() {
    assertThat(holds("{'door':'closed','has_key':false}")).isTrue();
    assertThat(holds("{'door':'closed','has_key':true}")).isFalse();
    assertThat(holds("{'state.player.gold':3.0}")).isTrue();
    assertThat(holds("{'player.gold':'3'}")).isFalse();
    assertThat(holds("{'bag':['rope']}")).isTrue();
    assertThat(holds("{'nothing.here':null}")).isTrue();
  }

  @Test
  void operatorsAmongPlacesAreClausesOfTheirOwn() {
    assertThat(holds("{'door':'closed','>':[{'var':'player.gold'},2]}")).isTrue();
    assertThat(holds("{'door':'closed','>':[{'var':'player.gold'},5]}")).isFalse();
  }

  @Test
  void anOperatorInPlaceOfAValueIsRefusedWithTheRightForm() {
    assertThatExceptionOfType(LogicFault.class)
        .isThrownBy(() -> holds("{'player.gold':{'>=':5}}"))
        .withMessageContaining("{\">=\": [{\"var\": \"player.gold\"}");
  }

  @Test
  void anElementsConditionStillReachesTheState() {
    String same = "{'==':[{'var':'room'},{'var':'state.player.room'}]}";
    assertThat(holds("{'some':[{'var':'guards'},%s]}".formatted(same))).isTrue();
    assertThat(holds("{'all':[{'var':'guards'},%s]}".formatted(same))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'>=':[{'var':'player.gold'},10]} | player.gold is 3, but at least 10 is needed",
        "{'<=':[10,{'var':'state.player.gold'}]} | player.gold is 3, but at least 10 is needed",
        "{'<':[{'var':'player.gold'},2]} | player.gold is 3, but less than 2 is needed",
        "{'==':[{'var':'door'},'open']} | door is \"closed\", but \"open\" is needed",
        "{'door':'open'} | door is \"closed\", but \"open\" is needed",
        "{'!=':[{'var':'door'},'closed']} | door is \"closed\", but it must not be \"closed\"",
        "{'var':'has_key'} | has_key is false",
        "{'!':{'var':'alarm'}} | alarm is true",
        "{'in':['sword',{'var':'bag'}]} | \"sword\" is not in bag",
        "{'<':[4,{'var':'player.gold'},9]} | player.gold is 3, but a value between 4 and 9 is needed",
        "{'==':[{'var':'nobody'},1]} | nobody is nothing, but 1 is needed"
      })
  void aReasonIsForPlayers(String condition, String words) {
    assertThat(JsonLogic.forScenario(Parsed.object(condition)).whyFalse(STATE))
        .get()
        .extracting(FalseClause::words)
        .isEqualTo(words);
  }

  @Test
  void theSmallestFalseClauseIsNamed() {
    JsonLogic logic =
        JsonLogic.forScenario(
            Parsed.object("{'and':[{'var':'alarm'},{'or':[{'var':'has_key'}]},{'==':[1,2]}]}"));
    assertThat(logic.whyFalse(STATE))
        .contains(new FalseClause(Parsed.json("{'var':'has_key'}"), "has_key is false"));
  }

  @Test
  void allAlternativesAreNamed() {
    JsonLogic logic =
        JsonLogic.forScenario(
            Parsed.object("{'or':[{'var':'has_key'},{'>=':[{'var':'player.gold'},10]}]}"));
    assertThat(logic.whyFalse(STATE).orElseThrow().words())
        .isEqualTo("has_key is false; and player.gold is 3, but at least 10 is needed");
  }

  @Test
  void whatHoldsHasNoReason() {
    assertThat(JsonLogic.forScenario(Parsed.object("{'var':'alarm'}")).whyFalse(STATE)).isEmpty();
  }
}
