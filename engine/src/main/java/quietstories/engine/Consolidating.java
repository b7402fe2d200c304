package quietstories.engine;

import java.util.function.Supplier;
import quietstories.memory.Consolidated;
import quietstories.memory.Consolidation;
import quietstories.memory.Extract;
import quietstories.memory.Mind;
import quietstories.memory.Summariser;
import quietstories.model.Cancellation;
import quietstories.story.MemoryId;
import quietstories.story.Session;
import quietstories.story.SessionId;

/**
 * Has what is remembered twice merged, and what is old and did not matter summed up. The work is
 * done beside the story; only its result takes its place among the turns.
 */
final class Consolidating {

  private static final int TRIES = 3;

  private final MindfulStore store;
  private final SessionMailbox mailbox;
  private final Supplier<String> ids;
  private final Summariser summariser;
  private final TurnTime time;

  Consolidating(
      MindfulStore store,
      SessionMailbox mailbox,
      Supplier<String> ids,
      Summariser summariser,
      TurnTime time) {
    this.store = store;
    this.mailbox = mailbox;
    this.ids = ids;
    this.summariser = summariser;
    this.time = time;
  }

  /** Consolidates the session's minds as they stand and returns what that came to. */
  Consolidated consolidate(SessionId id) {
    for (int tries = 0; tries < TRIES; tries++) {
      Session session = Loading.session(store, id);
      Mind mind = store.minds().of(session);
      Consolidated plan = plan(mind, session.turn(), summariser);
      if (keep(id, mind, plan)) {
        return plan;
      }
    }
    return inPlace(id);
  }

  private Consolidated plan(Mind mind, int turn, Summariser how) {
    return Consolidation.of(mind, turn, () -> new MemoryId(ids.get()), how);
  }

  /** Returns whether it was stored: minds that have changed since may not let it. */
  private boolean keep(SessionId id, Mind planned, Consolidated plan) {
    try (SessionMailbox.Place _ = mailbox.enter(id, () -> {}, new Cancellation())) {
      Session now = Loading.session(store, id);
      boolean fits = plan.fits(planned, store.minds().of(now));
      if (fits) {
        store(now, plan);
      }
      return fits;
    }
  }

  /** A session that never rests is consolidated in its own place, without waiting for a model. */
  private Consolidated inPlace(SessionId id) {
    try (SessionMailbox.Place _ = mailbox.enter(id, () -> {}, new Cancellation())) {
      Session now = Loading.session(store, id);
      Consolidated plan = plan(store.minds().of(now), now.turn(), new Extract());
      store(now, plan);
      return plan;
    }
  }

  private void store(Session now, Consolidated plan) {
    if (!plan.change().isEmpty()) {
      store.update(now.changed(now.moment(), time.now()), plan.change());
    }
  }
}
