package quietstories.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import quietstories.story.EntityId;
import quietstories.story.Memory;
import quietstories.story.MemoryId;
import quietstories.story.MindChange;
import quietstories.story.Visibility;

class SecrecyTest {

  private static final String MARKER = "zyxmarker";

  @Property(tries = 60)
  void aForeignSecretIsNowhere(@ForAll long seed) {
    hide(seed);
  }

  @Property(tries = 10_000)
  @Tag("long")
  void aForeignSecretIsNowhereInTenThousandCases(@ForAll long seed) {
    hide(seed);
  }

  /** With and without the secrets of all others a point of view finds the same, in order. */
  private static void hide(long seed) {
    Random random = new Random(seed);
    EntityId by = Minds.id(Minds.NAMES.get(random.nextInt(Minds.NAMES.size())));
    Mind mind = Mind.empty();
    for (int turn = 0; turn < 12; turn++) {
      MindChange change = Minds.change(random, mind, turn);
      mind = mind.after(marked(change, by)).mind();
      mind = mind.with(Minds.embedded(mind.withoutMeaning(2)));
      if (turn % 5 == 4) {
        Supplier<MemoryId> ids = named("c" + turn);
        mind = mind.after(Consolidation.of(mind, turn + 40, ids, new Extract()).change()).mind();
      }
    }
    View view = mind.seenBy(by);
    assertThat(everything(view)).doesNotContain(MARKER);
    List<MemoryId> secret =
        mind.memories()
            .filter(m -> m.visibility() == Visibility.PRIVATE && !m.owner().equals(by))
            .map(Memory::id)
            .toList();
    assertThat(view.relationships())
        .allMatch(edge -> edge.evidence().stream().noneMatch(secret::contains));
    assertThat(secret).allMatch(id -> view.memory(id).isEmpty());
    Mind without = mind.after(new MindChange(List.of(), secret, List.of(), List.of())).mind();
    assertThat(found(without.seenBy(by))).isEqualTo(found(view));
  }

  private static MindChange marked(MindChange change, EntityId by) {
    List<Memory> written = new ArrayList<>();
    for (Memory m : change.written()) {
      boolean secret = m.visibility() == Visibility.PRIVATE && !m.owner().equals(by);
      String content = secret ? m.content() + " " + MARKER : m.content();
      written.add(
          Minds.memory(
              m.id() + (secret ? "s" : ""), m.owner().value(), content, m.visibility(), m.turn()));
    }
    return new MindChange(written, change.removed(), change.relationships(), change.feelings());
  }

  private static List<String> found(View view) {
    List<String> found = new ArrayList<>();
    for (String words : List.of("beacon storm", "secret key " + MARKER, "Tobin trust fear", "")) {
      Question question = Question.of(words, 6, 20);
      view.search(question).forEach(r -> found.add(r.memory() + " " + r.similarity() + r.why()));
      view.search(question.meant(Minds.meaning("beacon")))
          .forEach(r -> found.add(r.memory() + " " + r.similarity() + r.why()));
    }
    return found;
  }

  private static String everything(View view) {
    String moods =
        Minds.NAMES.stream()
            .map(name -> view.mood(Minds.id(name), 12))
            .map(mood -> mood.dominant() + mood.inner())
            .collect(Collectors.joining());
    String latest =
        Minds.NAMES.stream()
            .map(name -> view.latest(Minds.id(name), 50).toString())
            .collect(Collectors.joining());
    return found(view) + moods + latest;
  }

  private static Supplier<MemoryId> named(String prefix) {
    int[] next = {0};
    return () -> new MemoryId(prefix + next[0]++);
  }
}
