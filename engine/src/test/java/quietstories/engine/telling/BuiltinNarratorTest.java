package quietstories.engine.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quietstories.engine.PlayedTurn;
import quietstories.engine.Table;
import quietstories.story.Session;

/** What the narrator without a model tells. */
class BuiltinNarratorTest {

  private static final List<String> WORDS =
      List.of(
          "I look out to sea",
          "Ask about the lamp",
          "force_door",
          "What is that noise?",
          "search",
          "\"Hask, tell me the truth!\"",
          "light",
          "",
          "I climb the stairs and touch my rope",
          "rest",
          "wait for Tom",
          "I look out to sea");

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void tenTurnsNeverRepeatASentence(long seed) {
    Set<String> seen = new HashSet<>();
    for (String narrative : play(seed)) {
      assertThat(narrative).isNotBlank();
      for (String sentence : Composition.split(narrative)) {
        assertThat(seen.add(sentence)).as("seed %d said twice: %s", seed, sentence).isTrue();
      }
    }
  }

  private static List<String> play(long seed) {
    Table table = new Table();
    Session session = table.begin(seed);
    List<String> told = new ArrayList<>();
    for (String words : WORDS.subList(0, 10)) {
      PlayedTurn played = table.play(session.id(), words);
      told.add(played.turn().outcome().narrative());
      if (played.turn().ending().isPresent()) {
        break;
      }
    }
    return told;
  }

  @Test
  void theSameSeedTellsTheSameStoryAndAnotherSeedAnother() {
    assertThat(play(5)).isEqualTo(play(5));
    assertThat(play(5)).isNotEqualTo(play(6));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I open my bag | open your bag",
        "i want to climb the wall. | climb the wall",
        "Climb the stairs | climb the stairs",
        "then I give Tom the rope | give Tom the rope",
      })
  void playersWordsAreToldInTheSecondPerson(String words, String deed) {
    assertThat(Words.kind(words)).isEqualTo(Words.Kind.DEED);
    assertThat(Words.freeDeed(words)).contains(deed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Where is Tom?", "why", "\"Come out!\"", "say hello", "我打开门", "<b>x</b>"})
  void whatIsNoPlainDeedIsNeverRepeatedInTheProse(String words) {
    Table table = new Table();
    String narrative = table.play(table.begin(1).id(), words).turn().outcome().narrative();

    assertThat(narrative).doesNotContain(words);
  }
}
