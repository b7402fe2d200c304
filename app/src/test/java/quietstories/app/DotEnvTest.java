package quietstories.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DotEnvTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "PORT=1|1",
        "port = 1 |1",
        "export PORT=1|1",
        "PORT=1 # the port|1",
        "PORT=a#b|a#b",
        "PORT='1 # 2'|1 # 2",
        "PORT=\"1 # 2\" # three|1 # 2",
        "PORT='a\\n'|a\\n",
        "PORT=\"a \\\"b\\\" \\\\\"|a \"b\" \\",
        "PORT=a=b|a=b",
        "PORT=|``",
        "PORT= # nothing|``",
        "PORT=#nothing|``",
        "PORT='it' # isn't|it",
      })
  void aLineGivesItsValue(String line, String value) {
    assertThat(DotEnv.parse(line))
        .isEqualTo(new DotEnv(Map.of("PORT", value), java.util.List.of()));
  }

  @Test
  void commentsEmptyLinesAndProseAreIgnored() {
    assertThat(
            DotEnv.parse("\uFEFF# PORT=1\r\n\r\n  # PORT=2\r\nno assignment\r\nHOST=h\r\n")
                .values())
        .containsExactly(Map.entry("HOST", "h"));
  }

  @Test
  void theLastOfTwoLinesWins() {
    assertThat(DotEnv.parse("PORT=1\nPORT=2").values()).containsExactly(Map.entry("PORT", "2"));
  }

  @Test
  void aQuoteThatDoesNotCloseIsToldWithItsLine() {
    assertThat(DotEnv.parse("A=1\nPORT=\"8000").faults())
        .containsExactly(".env line 2: PORT: a quotation mark is not closed");
  }

  @Property(tries = 300)
  void noTextMakesItThrow(@ForAll @StringLength(max = 60) String text) {
    assertThat(DotEnv.parse("PORT=" + text)).isNotNull();
    assertThat(DotEnv.parse(text).faults()).allSatisfy(line -> assertThat(line).contains("line"));
  }

  @Property(tries = 300)
  void whatSingleQuotesHoldStaysAsItIs(@ForAll @StringLength(max = 40) String text) {
    String inner = text.replaceAll("['\\p{Cntrl}\\u2028\\u2029\\u0085]", "");
    assertThat(DotEnv.parse("MODEL_NAME='" + inner + "'").values())
        .containsEntry("MODEL_NAME", inner);
  }
}
