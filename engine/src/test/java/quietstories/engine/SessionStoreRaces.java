package quietstories.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import quietstories.story.MindChange;
import quietstories.story.PlayerInput;
import quietstories.story.Session;
import quietstories.story.Turn;

/** What every place for sessions must do when many threads come at once. */
public abstract class SessionStoreRaces {

  private static final int THREADS = 8;
  private static final int EACH = 15;
  private static final int LOOKS = 60;

  /** Returns the store under test, which is empty at the beginning of each test. */
  protected abstract SessionStore sessions();

  @Test
  void ofManyTurnsForOneRevisionExactlyOneIsStored() throws Exception {
    Session before = created("one");

    List<Boolean> won =
        atOnce(thread -> () -> tryToPlay(before, Sample.turn(before, "from " + thread)));

    assertThat(won).containsOnlyOnce(true);
    String winner = "from " + won.indexOf(true);
    assertThat(sessions().turns(before.id(), 1, 10))
        .extracting(Turn::input)
        .containsExactly(PlayerInput.words(winner));
    assertThat(sessions().load(before.id()).orElseThrow().revision()).isEqualTo(1);
  }

  @Test
  void turnsOfManyThreadsAreStoredWithoutGapsAndNoneIsLost() throws Exception {
    Session session = created("one");

    List<Integer> conflicts = atOnce(thread -> () -> playUntilAllAreStored(session, thread));

    assertThat(conflicts).hasSize(THREADS);
    List<Turn> turns = sessions().turns(session.id(), 1, Integer.MAX_VALUE);
    assertThat(turns)
        .extracting(Turn::number)
        .isEqualTo(IntStream.rangeClosed(1, THREADS * EACH).boxed().toList());
    assertThat(turns).extracting(turn -> turn.input().text()).doesNotHaveDuplicates();
    assertThat(sessions().load(session.id()).orElseThrow().turn()).isEqualTo(THREADS * EACH);
  }

  @Test
  void sessionsOfManyThreadsDoNotDisturbEachOther() throws Exception {
    List<Session> after =
        atOnce(
            thread ->
                () -> {
                  Session session = created("session " + thread);
                  for (int i = 0; i < EACH; i++) {
                    session = play(session, "words " + i);
                  }
                  return session;
                });

    for (Session session : after) {
      assertThat(sessions().load(session.id())).contains(session);
      assertThat(sessions().turns(session.id(), 1, 100)).hasSize(EACH);
    }
    assertThat(sessions().newest(100)).hasSize(THREADS);
  }

  @Test
  void aReaderNeverSeesASessionAheadOfItsTurns() throws Exception {
    Session session = created("one");

    List<Integer> seen =
        atOnce(
            thread ->
                () -> thread == 0 ? playUntilAllAreStored(session, thread) : lookOften(session));

    assertThat(seen).hasSize(THREADS);
  }

  /** Stores a new session and returns it. */
  final Session created(String id) {
    Session session = Sample.session(id);
    sessions().create(session);
    return session;
  }

  /** Stores the next turn and returns the session after it. */
  final Session play(Session before, String words) {
    Turn turn = Sample.turn(before, words);
    Session after = Sample.after(before, turn);
    sessions().append(after, turn, MindChange.NONE);
    return after;
  }

  private boolean tryToPlay(Session before, Turn turn) {
    try {
      sessions().append(Sample.after(before, turn), turn, MindChange.NONE);
      return true;
    } catch (RevisionConflict lost) {
      return false;
    }
  }

  private int playUntilAllAreStored(Session session, int thread) {
    int conflicts = 0;
    int stored = 0;
    while (stored < EACH) {
      Session now = sessions().load(session.id()).orElseThrow();
      if (tryToPlay(now, Sample.turn(now, thread + "/" + stored))) {
        stored++;
      } else {
        conflicts++;
      }
    }
    return conflicts;
  }

  private int lookOften(Session session) {
    for (int look = 0; look < LOOKS; look++) {
      Session now = sessions().load(session.id()).orElseThrow();
      int turn = now.turn();
      assertThat(now.revision()).isEqualTo(turn);
      assertThat(now.state().integer("storm")).hasValue(1 + turn);
      assertThat(sessions().turn(session.id(), turn).isPresent()).isEqualTo(turn > 0);
    }
    return LOOKS;
  }

  /** Makes the work of each thread from its number, 0 and up. */
  private interface Work<T> {
    Callable<T> of(int thread);
  }

  private static <T> List<T> atOnce(Work<T> work) throws InterruptedException, ExecutionException {
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        Callable<T> task = work.of(i);
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return task.call();
                }));
      }
      start.countDown();
      List<T> results = new ArrayList<>();
      for (Future<T> future : running) {
        results.add(future.get());
      }
      return results;
    }
  }
}
