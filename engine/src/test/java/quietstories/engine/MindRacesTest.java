package quietstories.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import quietstories.memory.Mind;
import quietstories.memory.Wish;
import quietstories.story.Emotion;
import quietstories.story.EntityId;
import quietstories.story.Feeling;
import quietstories.story.Memory;
import quietstories.story.MindChange;
import quietstories.story.Session;
import quietstories.story.SessionId;

/** Many hands in the minds of one story at once: nothing is lost and nothing comes twice. */
class MindRacesTest {

  private static final int THREADS = 8;
  private static final int EACH = 40;

  private final InMemorySessionStore store = new InMemorySessionStore();

  @Test
  void whatEightThreadsAddIsAllThereOnceAndFoundByWordsAndMeaning() throws Exception {
    WordVectors vectors = new WordVectors("words");
    try (MindTable table = new MindTable(store, Optional.of(vectors), Optional.empty(), false);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1)) {
      SessionId id = table.begin();
      AtomicBoolean done = new AtomicBoolean();
      Future<?> looking =
          threads.submit(
              () -> {
                while (!done.get()) {
                  table.found(id, "mira", "ship lamp");
                }
              });
      List<Future<?>> adding = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int number = thread;
        adding.add(threads.submit(() -> addAll(table, id, number)));
      }
      for (Future<?> one : adding) {
        one.get();
      }
      done.set(true);
      looking.get();

      List<String> all = table.contents(id);
      assertThat(all).hasSize(THREADS * EACH + 1).doesNotHaveDuplicates();
      assertThat(table.mind(id).withoutMeaning(1)).isEmpty();
      assertThat(kept(table.mind(id))).isEqualTo(kept(fresh(table.now(id))));
      assertThat(store.mind(id, 0).vectors()).hasSize(THREADS * EACH + 1);
    }
  }

  /** Everybody adds memories of their own, and one that all add. */
  private static void addAll(MindTable table, SessionId id, int thread) {
    for (int i = 0; i < EACH; i++) {
      String content = "The ship %d carries a lamp %d".formatted(thread, i);
      Wish own = Wish.of("mira", content, 0).knownTo("public");
      Wish shared = Wish.of("tom", "A beacon for all.", 0).knownTo("public");
      table.remembering.memories().add(id, List.of(own, shared));
    }
  }

  @Test
  void whatIsAddedWhileATurnIsPlayedIsKeptBesideWhatTheTurnBrings() {
    try (MindTable table = new MindTable();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      SessionId id = table.begin();
      List<Future<?>> adding = new ArrayList<>();
      table.puppet.says =
          _ -> {
            adding.add(threads.submit(() -> table.add(id, "tom", "From outside.", "public")));
            MindTable.until(() -> table.mailbox.waiting(id) == 1);
            assertThat(table.found(id, "mira", "outside")).isEmpty();
            return Puppet.told(
                "So.",
                Puppet.remembering(
                    new quietstories.story.HiddenMemory(
                        "event", "mira", "From within.", "public")));
          };
      table.play(id, "I wait");
      MindTable.until(() -> adding.getFirst().isDone());
      assertThat(table.contents(id)).containsExactly("From outside.", "From within.");
    }
  }

  @Test
  void whatIsReadWhileSomethingIsStoredNeverCountsItTwice() throws Exception {
    try (MindTable table = new MindTable(store, Optional.empty(), Optional.empty(), false);
        ExecutorService threads = Executors.newFixedThreadPool(3)) {
      SessionId id = table.begin();
      MindfulStore minds = table.remembering.store();
      AtomicBoolean done = new AtomicBoolean();
      List<Future<?>> reading = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        reading.add(
            threads.submit(
                () -> {
                  while (!done.get()) {
                    minds.minds().of(table.now(id));
                    minds.minds().forget(id);
                  }
                }));
      }
      try {
        feelAndCompare(minds, table, id);
      } finally {
        done.set(true);
      }
      for (Future<?> one : reading) {
        one.get();
      }
    }
  }

  private void feelAndCompare(MindfulStore minds, MindTable table, SessionId id) {
    EntityId mira = new EntityId("mira");
    for (int i = 0; i < 2_000; i++) {
      Session now = table.now(id);
      double force = (i % 100) / 100.0;
      Feeling felt = new Feeling(mira, Emotion.FEAR, force, Optional.empty(), Optional.empty(), 0);
      minds.update(
          now.changed(now.moment(), Lighthouse.NOON),
          new MindChange(List.of(), List.of(), List.of(), List.of(felt)));
      if (i % 40 == 39) {
        assertThat(minds.minds().of(table.now(id)).feelings(mira))
            .isEqualTo(fresh(table.now(id)).feelings(mira));
      }
    }
  }

  private Mind fresh(Session session) {
    return new MindfulStore(store, Optional.of("words")).minds().of(session);
  }

  private static List<Memory> kept(Mind mind) {
    return mind.memories().sorted((a, b) -> a.id().value().compareTo(b.id().value())).toList();
  }

  @Test
  void oneMindMayBeTriedOutInManyThreadsAtOnce() throws Exception {
    Mind start = Mind.empty();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<Mind>> tries = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        int number = thread;
        tries.add(threads.submit(() -> grown(start, number)));
      }
      for (Future<Mind> one : tries) {
        Mind mind = one.get();
        assertThat(mind.memories()).hasSize(500);
        assertThat(mind.withoutMeaning(1)).isEmpty();
      }
    }
  }

  private static Mind grown(Mind start, int thread) {
    Mind mind = start;
    for (int i : IntStream.range(0, 500).toArray()) {
      Memory memory = Made.memory(thread + "-" + i, "word" + i + " of " + thread);
      mind = mind.after(MindChange.remembering(List.of(memory))).mind();
      mind = mind.with(List.of(Made.embedded(memory)));
    }
    return mind;
  }

  /** Memories that are made up. */
  private static final class Made {
    static Memory memory(String id, String content) {
      return new Memory(
          new quietstories.story.MemoryId(id),
          new EntityId("mira"),
          content,
          quietstories.story.MemoryScope.GENERAL,
          quietstories.story.Visibility.PUBLIC,
          0,
          5,
          false,
          List.of(),
          List.of());
    }

    static quietstories.memory.Embedded embedded(Memory memory) {
      return new quietstories.memory.Embedded(
          memory.id(),
          memory.content(),
          quietstories.memory.Meaning.of(new float[] {1, memory.content().hashCode() % 7, 3}));
    }
  }
}
