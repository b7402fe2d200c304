package quietstories.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import quietstories.json.JsonObject;
import quietstories.story.Entity;
import quietstories.story.EntityId;
import quietstories.story.Memory;
import quietstories.story.MemoryId;
import quietstories.story.MemoryScope;

class RecallTest {

  private final List<Memory> memories =
      List.of(
          Minds.secret("a", "Mira", "The beacon keeper hides his keys under the stairs", 1),
          Minds.open("b", "Tobin", "I hated the fog at the ford", 2),
          Minds.open("c", "Tobin", "I sleep in the old granary", 3),
          Minds.open("d", "Tobin", "I sleep in the harbour loft", 90),
          Minds.open("e", "Ansel", "Ships were burning near the harbour", 50));
  private final Mind mind = Mind.of(memories, List.of(), List.of());

  @Test
  void wordsAreFoundInOtherFormsWithoutAnyMeaning() {
    assertThat(ids(Question.of("Where is the key that the keeper was hiding?", 1, 99)))
        .containsExactly("a");
    assertThat(ids(Question.of("a burned ship", 1, 99))).containsExactly("e");
  }

  @Test
  void whatIsSaidInTheFirstPersonIsFoundByItsOwner() {
    assertThat(ids(Question.of("What does Tobin hate?", 1, 99))).containsExactly("b");
  }

  @Test
  void theNewerOfTwoStatementsComesFirstUnlessTheEarliestIsAskedFor() {
    assertThat(ids(Question.of("Where does Tobin sleep now?", 2, 99))).containsExactly("d", "c");
    assertThat(ids(Question.of("Where did Tobin sleep at first?", 2, 99)))
        .containsExactly("c", "d");
  }

  @Test
  void anOwnerAndAScopeFilterTogether() {
    Question question = Question.of("harbour", 5, 99).ownedBy(Minds.id("Tobin"));
    assertThat(ids(question)).containsExactly("d");
    assertThat(ids(question.about(MemoryScope.GOAL))).isEmpty();
    assertThat(ids(question.about(MemoryScope.GENERAL))).containsExactly("d");
  }

  @Test
  void memoriesWithAndWithoutAMeaningAreFoundTogether() {
    Mind some = mind.with(Minds.embedded(memories.subList(0, 2)));
    Question question =
        Question.of("harbour", 5, 99).meant(Minds.meaning(memories.get(1).content()));
    assertThat(some.search(question))
        .extracting(f -> f.memory().id().value())
        .contains("b", "d", "e");
    assertThat(some.search(question.in(SearchMode.SEMANTIC)))
        .extracting(f -> f.memory().id().value())
        .startsWith("b")
        .doesNotContain("d", "e");
  }

  @Test
  void whatMeansTheSameInOtherWordsLeavesRoomForWhatIsDifferent() {
    List<Memory> talk =
        List.of(
            Minds.open("a", "Mira", "Is the dog well?", 1),
            Minds.open("b", "Mira", "How does the dog do today, any news?", 2),
            Minds.open("c", "Mira", "Tell me, does the dog do better?", 3),
            Minds.open("d", "Mira", "The dog limps on its left leg", 4));
    Meaning asking = Meaning.of(new float[] {1, 0.2f, 0});
    Meaning limping = Meaning.of(new float[] {0.6f, 1, 0});
    Mind meant =
        Mind.of(talk, List.of(), List.of())
            .with(
                talk.stream()
                    .map(m -> new Embedded(m.id(), m.content(), m.turn() == 4 ? limping : asking))
                    .toList());
    Question question = Question.of("dog", 2, 9).meant(asking);
    assertThat(meant.search(question)).extracting(f -> f.memory().id().value()).contains("d");
  }

  @Test
  void whoIsNamedIsFoundWhateverTheIdIsAndWhoeverTellsIt() {
    Entity jonas =
        new Entity(new EntityId("e7"), "npc", "Jonas", Optional.empty(), JsonObject.EMPTY);
    Entity greta =
        new Entity(new EntityId("e8"), "npc", "Greta", Optional.empty(), JsonObject.EMPTY);
    Cast cast = Cast.of(List.of(jonas, greta));
    int[] next = {0};
    Door door = new Door(cast, () -> new MemoryId("m" + next[0]++));
    List<Wish> wishes =
        List.of(
            Wish.of("Jonas", "I eat no fish.", 1),
            Wish.of("Greta", "I eat fish on Fridays.", 1),
            Wish.of("Greta", "Jonas eats no meat either.", 1),
            Wish.of("Greta", "Fish is dear this week.", 1));
    Mind known = Mind.empty().after(door.admit(Mind.empty(), wishes).change()).mind();
    String words = "What does Jonas eat?";

    assertThat(known.search(Question.of(words, 2, 9).naming(cast.mentionedIn(words))))
        .extracting(found -> found.memory().content())
        .containsExactlyInAnyOrder("I eat no fish.", "Jonas eats no meat either.");
  }

  @Test
  void byOneWayAloneTheOrderIsThatWaysOwn() {
    Mind meant = mind.with(Minds.embedded(memories));
    Question question =
        Question.of("What did Tobin last say of the harbour in turn 2?", 4, 99)
            .meant(Minds.meaning("harbour"));
    for (SearchMode mode : List.of(SearchMode.KEYWORD, SearchMode.SEMANTIC)) {
      List<Finding> found = meant.search(question.in(mode));
      assertThat(found).hasSizeGreaterThan(1);
      assertThat(found)
          .extracting(Finding::similarity)
          .isSortedAccordingTo(Comparator.reverseOrder());
      for (int i = 0; i < found.size(); i++) {
        Why why = found.get(i).why();
        boolean words = mode == SearchMode.KEYWORD;
        assertThat(words ? why.keywordRank() : why.semanticRank()).hasValue(i + 1);
        assertThat(words ? why.semanticRank() : why.keywordRank()).isEmpty();
      }
    }
  }

  @Test
  void aTurnThatIsNamedIsPreferred() {
    assertThat(ids(Question.of("What did Tobin say in turn 2?", 1, 99))).containsExactly("b");
    assertThat(TimeCue.in("before turn 50").means(50)).isFalse();
    assertThat(TimeCue.in("turns 3 to 9").means(9)).isTrue();
  }

  @Test
  void meaningsAreFiniteNotZeroAndOfOneLength() {
    assertThatThrownBy(() -> Meaning.of(new float[384]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Meaning.of(new float[] {Float.NaN}))
        .isInstanceOf(IllegalArgumentException.class);
    Mind some = mind.with(Minds.embedded(memories));
    Question wrong = Question.of("x", 1, 1).meant(Meaning.of(new float[] {1, 2}));
    assertThatThrownBy(() -> some.search(wrong)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void equallyGoodMemoriesComeInOneOrderHoweverTheyLie() {
    List<Memory> alike =
        IntStream.range(0, 90)
            .mapToObj(i -> Minds.open("t" + i, "Tobin", "The storm took oil and bread", i % 3))
            .toList();
    Mind first = Mind.of(alike, List.of(), List.of()).with(Minds.embedded(alike));
    List<Memory> turned = alike.reversed();
    Mind second = Mind.of(turned, List.of(), List.of()).with(Minds.embedded(turned));
    Question question = Question.of("storm", 9, 5);
    Question meant = question.meant(Minds.meaning("The storm took oil and bread"));
    for (Question asked : List.of(question, meant, meant.in(SearchMode.SEMANTIC))) {
      assertThat(first.search(asked)).isEqualTo(second.search(asked));
    }
    assertThat(first.seenBy(Minds.id("Tobin")).search(meant))
        .extracting(Recollection::memory)
        .isEqualTo(first.search(meant).stream().map(Finding::memory).toList());
  }

  @Test
  void whatIsEmbeddedSoFarDoesNotMoveWhatWordsFind() {
    Mind embedded = mind.with(Minds.embedded(memories));
    Question question = Question.of("Where does Tobin sleep at the harbour?", 5, 99);
    assertThat(embedded.search(question)).isEqualTo(mind.search(question));
    assertThat(embedded.search(question.in(SearchMode.KEYWORD)))
        .isEqualTo(mind.search(question.in(SearchMode.KEYWORD)));
  }

  @Test
  void theMonthOfMayIsAWordAndTheVerbIsNone() {
    assertThat(Words.of("I may go in May")).containsExactly("go", "may");
  }

  private List<String> ids(Question question) {
    return mind.search(question).stream().map(f -> f.memory().id().value()).toList();
  }
}
