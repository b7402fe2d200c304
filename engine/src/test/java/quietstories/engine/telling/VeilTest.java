package quietstories.engine.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is taken out of a story before it is shown. */
class VeilTest {

  private static String seen(String text, int pieces) {
    StringBuilder seen = new StringBuilder();
    Veil veil = Veil.over(List.of("read_state", "roll"), seen::append);
    for (int at = 0; at < text.length(); at += pieces) {
      veil.accept(text.substring(at, Math.min(text.length(), at + pieces)));
    }
    veil.end();
    return seen.toString().strip();
  }

  private static String plain(String text) {
    StringBuilder seen = new StringBuilder();
    Echo echo = new Echo("I open the door.", seen::append);
    for (int at = 0; at < text.length(); at++) {
      echo.accept(text.substring(at, at + 1));
    }
    echo.end();
    return seen.toString().strip();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a<tool_call>{}</tool_call>b          | ab",
        "a[TOOL_CALLS] [1]                    | a",
        "a `b` ```json {} ``` c               | a `b`  c",
        "read_state(path)                     | ''",
        "the roll of the sea (again)          | the roll of the sea (again)",
        "a < b and c > d                      | a < b and c > d",
        "a[[OUTCOME]]{}                       | a",
      })
  void machineryIsTakenOutAndStoryIsNot(String text, String left) {
    assertThat(seen(text, 1)).isEqualTo(left);
    assertThat(seen(text, text.length())).isEqualTo(left);
  }

  @Test
  void specialTokensAreTakenOut() {
    assertThat(seen("a <|channel|>b", 2)).isEqualTo("a b");
  }

  @Test
  void aLineThatIsACallIsTakenOutAndTheNextOneIsNot() {
    assertThat(seen("One.\nroll {\"kind\":1}\nTwo.", 3)).isEqualTo("One.\nTwo.");
  }

  @Property(tries = 300)
  void piecesDoNotMatter(@ForAll("texts") String text, @ForAll("sizes") int size) {
    assertThat(seen(text, size)).isEqualTo(seen(text, Math.max(1, text.length())));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "a", "\n", "<", "<think>", "```", "roll", "(", "{", "[[", "[TOOL", "<|", "|>")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<Integer> sizes() {
    return Arbitraries.integers().between(1, 7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "I open the door.~It creaks.            | It creaks.",
        "> \"I open the door\"~~It creaks.      | It creaks.",
        "You: I OPEN the door~It creaks.        | It creaks.",
        "**The player:** I open the door.~So.   | So.",
        "I open the door and look.~So.          | I open the door and look.~So.",
        "\"I open the door,\" you say.           | \"I open the door,\" you say.",
        "You open the door.                     | You open the door.",
        "I open the door.                       | ``",
      })
  void anEchoIsAFirstLineOfThePlayersOwnWordsAndNothingElse(String text, String left) {
    assertThat(plain(text.replace('~', '\n')).replace('\n', '~')).isEqualTo(left);
  }

  @Test
  void nothingIsHeldBackOnceItCannotBeAnEcho() {
    StringBuilder seen = new StringBuilder();
    Echo echo = new Echo("I open the door.", seen::append);
    echo.accept("The ");
    assertThat(seen).isEmpty();
    echo.accept("sea");
    assertThat(seen).hasToString("The sea");
  }
}
