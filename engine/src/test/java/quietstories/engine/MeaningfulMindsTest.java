package quietstories.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import quietstories.memory.Question;
import quietstories.memory.SearchMode;
import quietstories.story.EntityId;
import quietstories.story.Memory;
import quietstories.story.SessionId;

/** What memories mean: what happens to it when the model that tells fails, changes or is late. */
class MeaningfulMindsTest {

  private final InMemorySessionStore store = new InMemorySessionStore();
  private final WordVectors vectors = new WordVectors("words-1");
  private final MindTable table = with(vectors);
  private final SessionId id = table.begin();

  @AfterEach
  void close() {
    table.close();
  }

  private MindTable with(WordVectors model) {
    return new MindTable(store, Optional.of(model), Optional.empty(), false);
  }

  private static List<String> meaning(MindTable table, SessionId id, String words) {
    return table
        .remembering
        .memories()
        .search(
            table.now(id), new EntityId("mira"), Question.of(words, 5, 1).in(SearchMode.SEMANTIC))
        .stream()
        .map(found -> found.memory().content())
        .toList();
  }

  private static List<String> lacking(MindTable table, SessionId id) {
    return table.mind(id).withoutMeaning(100).stream().map(Memory::content).toList();
  }

  @Test
  void whatWasAddedCanBeFoundByItsMeaningAtOnce() {
    table.add(id, "mira", "A vessel lies in the bay.", "public");
    table.add(id, "mira", "The beacon is cold.", "public");
    assertThat(meaning(table, id, "ship").getFirst()).isEqualTo("A vessel lies in the bay.");
  }

  @Test
  void whatATurnBroughtGetsItsMeaningInTheBackground() {
    table.tell(
        id,
        Puppet.told(
            "So.",
            Puppet.remembering(
                new quietstories.story.HiddenMemory(
                    "event", "mira", "A vessel lies in the bay.", "public"))));
    MindTable.until(() -> lacking(table, id).isEmpty());
    assertThat(meaning(table, id, "ship")).containsExactly("A vessel lies in the bay.");
  }

  @Test
  void whileTheModelFailsWordsMustDoAndLaterTheMeaningIsThere() {
    vectors.broken = true;
    table.add(id, "mira", "A vessel lies in the bay.", "public");
    assertThat(table.found(id, "mira", "vessel bay")).containsExactly("A vessel lies in the bay.");
    assertThat(meaning(table, id, "vessel bay")).containsExactly("A vessel lies in the bay.");
    assertThat(store.mind(id, 0).vectors()).isEmpty();
    vectors.broken = false;
    table.add(id, "mira", "The beacon is cold.", "public");
    assertThat(lacking(table, id)).isEmpty();
    assertThat(meaning(table, id, "ship").getFirst()).isEqualTo("A vessel lies in the bay.");
  }

  @Test
  void whatFailsInTheBackgroundIsTriedAgainByItself() {
    vectors.broken = true;
    MindfulStore minds = new MindfulStore(store, Optional.of("words-1"));
    table.add(id, "mira", "A vessel lies in the bay.", "public");
    try (Embedder embedder = new Embedder(Optional.of(vectors));
        Embedding embedding = new Embedding(minds, embedder, Duration.ofMillis(5))) {
      embedding.later(id);
      vectors.broken = false;
      MindTable.until(() -> !store.mind(id, 0).vectors().isEmpty());
    }
  }

  @Test
  void vectorsOfAnotherModelAreLeftAsideAndMadeAnew() {
    table.add(id, "mira", "A vessel lies in the bay.", "public");
    WordVectors other = new WordVectors("words-2");
    other.dimensions = 7;
    try (MindTable again = with(other)) {
      assertThat(lacking(again, id)).hasSize(1);
      assertThat(again.found(id, "mira", "vessel")).hasSize(1);
      MindTable.until(() -> lacking(again, id).isEmpty());
      assertThat(meaning(again, id, "ship")).containsExactly("A vessel lies in the bay.");
    }
  }

  @Test
  void aQuestionNeverMeetsVectorsOfAnotherLengthAndTheyAreMadeAnew() {
    table.add(id, "mira", "A vessel lies in the bay.", "public");
    vectors.dimensions = 9;
    assertThat(table.found(id, "mira", "vessel ship")).containsExactly("A vessel lies in the bay.");
    table.puppet.says = _ -> "The sea is loud.";
    table.play(id, "I look for a ship");
    MindTable.until(() -> lacking(table, id).isEmpty());
    assertThat(meaning(table, id, "sails")).containsExactly("A vessel lies in the bay.");
    table.add(id, "mira", "The beacon is cold.", "public");
    assertThat(meaning(table, id, "sails").getFirst()).isEqualTo("A vessel lies in the bay.");
  }

  @Test
  void aTurnDoesNotFailWhereTheModelGivesVectorsThatAreOfNoUse() {
    table.add(id, "mira", "A vessel lies in the bay.", "public");
    table.puppet.says = _ -> "The sea is loud.";
    for (int i = 0; i < 3; i++) {
      vectors.dimensions = 13 + i;
      table.play(id, "I look for a ship " + i);
    }
    assertThat(table.now(id).turn()).isEqualTo(3);
  }
}
