package quietstories.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import quietstories.story.EntityId;
import quietstories.story.Feeling;
import quietstories.story.Memory;
import quietstories.story.Relationship;

class MindPropertyTest {

  @Property(tries = 60)
  void whatIsTakenBackWasNeverThere(@ForAll long seed) {
    takeBack(seed);
  }

  @Property(tries = 10_000)
  @Tag("long")
  void whatIsTakenBackWasNeverThereInTenThousandCases(@ForAll long seed) {
    takeBack(seed);
  }

  private static void takeBack(long seed) {
    Random random = new Random(seed);
    Mind mind = Mind.empty();
    List<String> before = new ArrayList<>();
    List<Reversal> back = new ArrayList<>();
    int turns = 1 + random.nextInt(12);
    for (int turn = 0; turn < turns; turn++) {
      before.add(seen(mind));
      Step step = mind.after(Minds.change(random, mind, turn));
      back.add(step.back());
      mind = step.mind().with(Minds.embedded(step.mind().withoutMeaning(2)));
    }
    for (int turn = turns - 1; turn >= 0; turn--) {
      mind = mind.back(back.get(turn));
      assertThat(words(mind)).isEqualTo(before.get(turn));
    }
  }

  @Property(tries = 60)
  void anIndexThatGrewFindsWhatARebuiltOneFinds(@ForAll long seed) {
    Random random = new Random(seed);
    Mind mind = Mind.empty();
    List<Mind> earlier = new ArrayList<>();
    for (int turn = 0; turn < 20; turn++) {
      earlier.add(mind);
      Mind from = random.nextInt(4) == 0 ? earlier.get(random.nextInt(earlier.size())) : mind;
      mind = from.after(Minds.change(random, from, turn)).mind();
      mind = mind.with(Minds.embedded(mind.withoutMeaning(3)));
    }
    List<Memory> memories = mind.memories().toList();
    Mind rebuilt = Mind.of(memories, mind.relationships(), List.of());
    Set<Memory> lacking = new HashSet<>(mind.withoutMeaning(1000));
    rebuilt =
        rebuilt.with(Minds.embedded(memories.stream().filter(m -> !lacking.contains(m)).toList()));
    for (String words : List.of("beacon storm", "secret key of Tobin", "oil")) {
      Question question = Question.of(words, 7, 20).meant(Minds.meaning(words));
      assertThat(mind.search(question)).isEqualTo(rebuilt.search(question));
      assertThat(mind.search(question.in(SearchMode.KEYWORD)))
          .isEqualTo(rebuilt.search(question.in(SearchMode.KEYWORD)));
    }
  }

  @Property(tries = 60)
  void anEarlierMindStaysAsItWas(@ForAll long seed) {
    Random random = new Random(seed);
    Mind first = Mind.empty();
    for (int turn = 0; turn < 5; turn++) {
      first = first.after(Minds.change(random, first, turn)).mind();
    }
    String before = seen(first);
    Mind later = first;
    for (int turn = 5; turn < 15; turn++) {
      later = later.after(Minds.change(random, later, turn)).mind();
      later = later.with(Minds.embedded(later.withoutMeaning(5)));
    }
    assertThat(seen(first)).isEqualTo(before);
  }

  private static String seen(Mind mind) {
    return words(mind);
  }

  private static String words(Mind mind) {
    List<Memory> memories =
        mind.memories().sorted(Comparator.comparing(m -> m.id().value())).toList();
    List<Relationship> edges =
        mind.relationships().stream()
            .sorted(Comparator.comparing((Relationship r) -> r.from() + ">" + r.to()))
            .toList();
    List<List<Feeling>> feelings =
        Minds.NAMES.stream().map(name -> mind.feelings(Minds.id(name))).toList();
    List<Finding> found =
        mind.search(Question.of("beacon storm secret Tobin", 9, 20).in(SearchMode.KEYWORD));
    List<EntityId> feeling =
        mind.feeling().stream().sorted(Comparator.comparing(EntityId::value)).toList();
    return memories + "\n" + edges + "\n" + feelings + "\n" + found + "\n" + feeling;
  }
}
