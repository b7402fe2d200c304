package quietstories.engine.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quietstories.json.Json;
import quietstories.json.JsonObject;

/**
 * What players see of a model's answer, however it is formed and wherever it is cut into pieces.
 */
class AnswerStreamTest {

  private static final String STORY =
      "The door opens. “Come in,” says Mira 🕯 quietly.\n\nYou step in.";
  private static final String REST = "{\"state_changes\":[],\"suggested_actions\":[\"Sit down\"]}";

  private record Heard(String text, String told, AnswerStream stream) {}

  private static Heard hear(List<String> pieces) {
    StringBuilder heard = new StringBuilder();
    NarrativeSink sink = new NarrativeSink(heard::append);
    AnswerStream stream = new AnswerStream(sink::accept);
    pieces.forEach(stream::text);
    stream.end();
    return new Heard(heard.toString(), sink.told(), stream);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        STORY + "\n[[OUTCOME]]\n" + REST,
        STORY + "\n\n[[OUTCOME]] " + REST + "\n",
        STORY + " [[OUTCOME]]" + REST,
        "\n  " + STORY + "\n" + REST,
        STORY + "\n```json\n" + REST + "\n```",
        "```\n" + STORY + "\n[[OUTCOME]]\n" + REST + "\n```",
      })
  void proseIsShownAndWhatFollowsItIsNot(String answer) {
    Heard heard = hear(List.of(answer));

    assertThat(heard.text()).isEqualTo(STORY);
    assertThat(heard.told()).isEqualTo(STORY);
    assertThat(heard.stream().closed()).isTrue();
    assertThat(heard.stream().structured()).startsWith(REST);
  }

  @Test
  void proseAloneIsANarrativeThatIsStillOpen() {
    Heard heard = hear(List.of(STORY));

    assertThat(heard.text()).isEqualTo(STORY);
    assertThat(heard.stream().closed()).isFalse();
    assertThat(heard.stream().structured()).isEmpty();
  }

  static List<String> jsonAnswers() {
    String narrative = "\"narrative\":" + Json.of(STORY).write();
    return List.of(
        "{" + narrative + ",\"state_changes\":[]}",
        "{" + narrative + "}",
        "```json\n{" + narrative + "}\n```",
        "{\"outcome\":{" + narrative + ",\"state_changes\":[]}}",
        "{\"state_changes\":[{\"op\":\"set\",\"path\":\"a\",\"value\":\"narrative\"}],"
            + narrative
            + "}",
        " {\"mood\":\"narrative\", " + narrative + "}");
  }

  @Test
  void aJsonAnswerShowsItsNarrativeAndNothingElse() {
    for (String answer : jsonAnswers()) {
      Heard heard = hear(List.of(answer));
      assertThat(heard.text()).as(answer).isEqualTo(STORY);
      assertThat(heard.stream().closed()).as(answer).isTrue();
    }
  }

  @Test
  void aNarrativeThatWasCutInJsonIsStillOpen() {
    assertThat(hear(List.of("{\"narrative\":\"The door op")).stream().closed()).isFalse();
  }

  @Property(tries = 300)
  void piecesDoNotMatter(@ForAll("answers") String answer, @ForAll("cuts") List<Integer> cuts) {
    Heard whole = hear(List.of(answer));
    Heard cut = hear(cut(answer, cuts));

    assertThat(cut.text()).isEqualTo(whole.text());
    assertThat(cut.stream().structured()).isEqualTo(whole.stream().structured());
  }

  @Property(tries = 300)
  void whatWasShownIsAlwaysABeginningOfWhatIsKept(
      @ForAll("answers") String answer, @ForAll("cuts") List<Integer> cuts) {
    List<String> shown = new ArrayList<>();
    NarrativeSink sink = new NarrativeSink(shown::add);
    AnswerStream stream = new AnswerStream(sink::accept);
    for (String piece : cut(answer, cuts)) {
      stream.text(piece);
      assertThat(sink.told()).isEqualTo(String.join("", shown));
    }
    stream.end();
    assertThat(String.join("", shown)).isEqualTo(sink.told()).doesNotContain("[[OUTCOME]]");
    assertThat(shown).doesNotContain("");
  }

  @Provide
  Arbitrary<String> answers() {
    List<String> all = new ArrayList<>(jsonAnswers());
    all.add(STORY + "\n[[OUTCOME]]\n" + REST);
    all.add(STORY + "\n" + REST);
    all.add("```\n" + STORY + "\n```");
    all.add("[[OUT of the rain]] " + STORY + "\n[[OUTCOME]]\n{\"state_changes\":[");
    all.add("");
    all.add(JsonObject.of("narrative", Json.of("Quote \" and \\ and \u0001 and é")).write());
    return Arbitraries.of(all);
  }

  @Provide
  Arbitrary<List<Integer>> cuts() {
    return Arbitraries.integers().between(1, 9).list().ofMinSize(1).ofMaxSize(12);
  }

  private static List<String> cut(String text, List<Integer> lengths) {
    List<String> pieces = new ArrayList<>();
    int at = 0;
    for (int i = 0; at < text.length(); i++) {
      int end = Math.min(text.length(), at + lengths.get(i % lengths.size()));
      pieces.add(text.substring(at, end));
      at = end;
    }
    return pieces;
  }
}
