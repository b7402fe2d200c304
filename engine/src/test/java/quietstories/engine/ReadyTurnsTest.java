package quietstories.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import quietstories.story.MindChange;
import quietstories.story.Session;
import quietstories.story.SessionId;
import quietstories.story.Turn;

final class ReadyTurnsTest {

  private static final SessionId ID = new SessionId("one");

  private final InMemorySessionStore stored = new InMemorySessionStore();
  private final MindfulStore store = new MindfulStore(stored, Optional.empty());

  /** Whatever is done to a session, here or behind the store's back, the last turns are its own. */
  @Property(tries = 100)
  void theLastTurnsAreThoseOfTheStoreWhereverAStoryGoes(@ForAll long seed) {
    InMemorySessionStore under = new InMemorySessionStore();
    MindfulStore ready = new MindfulStore(under, Optional.empty());
    under.create(Sample.session(ID.value()));
    Random chance = new Random(seed);
    for (int i = 0; i < 60; i++) {
      step(chance, chance.nextInt(6) == 0 ? under : ready, i);
      Session now = ready.load(ID).orElseThrow();
      int most = chance.nextInt(1, 9);
      int from = Math.max(1, now.turn() - most + 1);
      assertThat(ready.readyTurns().last(now, most)).isEqualTo(under.turns(ID, from, most));
    }
  }

  private static void step(Random chance, SessionStore store, int i) {
    Session now = store.load(ID).orElseThrow();
    switch (chance.nextInt(6)) {
      case 0 -> store.goTo(ID, chance.nextInt(now.turn() + 1), Sample.BEGINNING);
      case 1 ->
          store.update(now.changed(now.moment(), Sample.BEGINNING), now.turn(), MindChange.NONE);
      case 2 -> {
        if (now.turn() > 0) {
          Session before = store.load(ID, now.turn() - 1).orElseThrow();
          Turn again = Sample.turn(before, "again " + i).asAttempt(1);
          store.replace(Sample.after(before, again), again, MindChange.NONE);
        }
      }
      default -> {
        Turn turn = Sample.turn(now, "words " + i);
        store.append(Sample.after(now, turn), turn, MindChange.NONE);
      }
    }
  }

  @Test
  void moreTurnsThanAreKeptReadyAreNeverPromised() {
    stored.create(Sample.session(ID.value()));
    for (int i = 0; i < 70; i++) {
      Session now = store.load(ID).orElseThrow();
      store.readyTurns().last(now, 50);
      Turn turn = Sample.turn(now, "words");
      store.append(Sample.after(now, turn), turn, MindChange.NONE);
    }
    Session now = store.load(ID).orElseThrow();

    List<Turn> last = store.readyTurns().last(now, 50);

    assertThat(last).isEqualTo(stored.turns(ID, 21, 50)).hasSize(50);
    assertThat(store.readyTurns().last(now, 70)).isEqualTo(stored.turns(ID, 1, 70)).hasSize(70);
  }
}
