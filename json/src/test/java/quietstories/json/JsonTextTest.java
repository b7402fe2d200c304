package quietstories.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import quietstories.json.JsonReadException.Fault;

class JsonTextTest {

  @Provide
  Arbitrary<Json> trees() {
    return Trees.any();
  }

  @Property(tries = 500)
  void whatIsWrittenIsReadAgain(@ForAll("trees") Json tree) {
    assertThat(JsonReader.read(tree.write())).isEqualTo(tree);
    assertThat(JsonReader.read(JsonWriter.pretty(tree))).isEqualTo(tree);
  }

  @Property(tries = 500)
  void textThatIsNoJsonNeverFailsInAnyOtherWay(@ForAll String text) {
    try {
      assertThat(JsonReader.read(text)).isNotNull();
    } catch (JsonReadException refused) {
      assertThat(refused.offset()).isNotNegative();
    }
  }

  @Test
  void nestingBeyondTheLimitIsRefused() {
    String allowed = "[".repeat(128) + "]".repeat(128);
    String tooDeep = "[" + allowed + "]";
    assertThat(JsonReader.read(allowed)).isInstanceOf(JsonArray.class);
    assertThatExceptionOfType(JsonReadException.class)
        .isThrownBy(() -> JsonReader.read(tooDeep))
        .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.TOO_DEEP));
  }

  @Test
  void numbersThatAreNoneAreRefused() {
    for (String text : new String[] {"NaN", "Infinity", "-Infinity", "1e999", "01", "+1"}) {
      assertThatExceptionOfType(JsonReadException.class)
          .as(text)
          .isThrownBy(() -> JsonReader.read(text));
    }
  }

  @Test
  void halfACharacterIsRefusedUnlessAskedFor() {
    String half = "\"\\ud83d\"";
    assertThatExceptionOfType(JsonReadException.class)
        .isThrownBy(() -> JsonReader.read(half))
        .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.BAD_TEXT));
    assertThat(JsonReader.read(half, JsonLimits.LENIENT).asText()).contains("\ud83d");
  }

  @Test
  void theLastOfSeveralMembersWithOneNameCounts() {
    assertThat(JsonReader.read("{\"a\":1,\"a\":2}")).isEqualTo(JsonObject.of("a", Json.of(2)));
  }

  @Test
  void membersKeepTheirOrder() {
    String text = "{\"z\":1,\"a\":{\"y\":2,\"b\":3},\"m\":[]}";
    assertThat(JsonReader.read(text).write()).isEqualTo(text);
  }
}
