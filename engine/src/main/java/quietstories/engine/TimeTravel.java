package quietstories.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import quietstories.json.JsonObject;
import quietstories.model.Cancellation;
import quietstories.rules.SpecCheck;
import quietstories.story.Branch;
import quietstories.story.Chronicle;
import quietstories.story.ChronicleReader;
import quietstories.story.ChronicleReading;
import quietstories.story.Moment;
import quietstories.story.Premise;
import quietstories.story.Problem;
import quietstories.story.Session;
import quietstories.story.SessionId;

/**
 * Goes back and forth in stories, lets them branch, and takes them out and in. Each change waits
 * its place among the turns of its session.
 */
public final class TimeTravel {

  private final SessionStore store;
  private final SessionMailbox mailbox;
  private final Supplier<String> ids;
  private final TurnTime time;

  /**
   * Creates the travels of one engine.
   *
   * @param mailbox the engine's own
   * @param ids gives a new id each time
   */
  public TimeTravel(
      SessionStore store, SessionMailbox mailbox, Supplier<String> ids, TurnTime time) {
    this.store = store;
    this.mailbox = mailbox;
    this.ids = ids;
    this.time = time;
  }

  /**
   * Takes back the last turns with all that belongs to them, and returns the session as it then
   * stands. A story that had ended goes on.
   *
   * @param turns at least 1
   * @throws EngineException UNKNOWN_SESSION; OUT_OF_REACH if there are not so many, or if how it
   *     stood before them was not kept
   */
  public Session undo(SessionId id, int turns) {
    try (SessionMailbox.Place _ = mailbox.enter(id, () -> {}, new Cancellation())) {
      Session now = Loading.session(store, id);
      if (turns > now.turn()) {
        throw outOfReach("There are not so many turns to take back: " + played(now.turn()) + ".");
      }
      return goTo(id, now.turn() - turns);
    }
  }

  private static String played(int turns) {
    return turns == 1 ? "1 was played" : turns + " were played";
  }

  /**
   * Brings back turns that were taken back, and returns the session as it then stands.
   *
   * @param turns at least 1
   * @throws EngineException UNKNOWN_SESSION; OUT_OF_REACH if there are not so many
   */
  public Session redo(SessionId id, int turns) {
    try (SessionMailbox.Place _ = mailbox.enter(id, () -> {}, new Cancellation())) {
      Session now = Loading.session(store, id);
      int left = store.lastTurn(id) - now.turn();
      if (turns > left) {
        throw outOfReach(
            left == 0
                ? "There is nothing to bring back."
                : "There are not so many turns to bring back: " + left + " can be.");
      }
      return goTo(id, now.turn() + turns);
    }
  }

  private Session goTo(SessionId id, int turn) {
    return store.goTo(id, turn, time.now()).orElseThrow(() -> notKept(turn));
  }

  private static EngineException notKept(int turn) {
    return outOfReach(
        "How the story stood after turn " + turn + " was not kept, so it cannot go back there.");
  }

  private static EngineException outOfReach(String message) {
    return new EngineException(EngineFault.OUT_OF_REACH, message);
  }

  /**
   * Begins a session of its own with all that was so after that turn of another, and returns it.
   * What happens in one of them is nothing to the other.
   *
   * @throws EngineException UNKNOWN_SESSION; OUT_OF_REACH if it has no such turn, or if how it
   *     stood then was not kept
   */
  public Session branch(SessionId id, int fromTurn, Optional<String> name) {
    try (SessionMailbox.Place _ = mailbox.enter(id, () -> {}, new Cancellation())) {
      Session now = Loading.session(store, id);
      if (fromTurn > now.turn()) {
        throw outOfReach("The story has no turn " + fromTurn + " yet: " + played(now.turn()) + ".");
      }
      Chronicle past = store.chronicle(id, fromTurn).orElseThrow(() -> notKept(fromTurn));
      Premise premise = now.premise().asBranch(new Branch(id, fromTurn, name));
      return restored(past, premise, 0);
    }
  }

  private Session restored(Chronicle past, Premise premise, long revision) {
    Moment moment = past.session().moment();
    Session session = new Session(new SessionId(ids.get()), premise, moment, revision, time.now());
    store.restore(past.of(session));
    return session;
  }

  /** Returns the sessions that branched off from this one, the oldest first. */
  public List<SessionSummary> branches(SessionId id) {
    return store.branches(Loading.session(store, id).id());
  }

  /**
   * Returns everything of the session as it stands; turns that were taken back are no part of it.
   *
   * @throws EngineException UNKNOWN_SESSION
   */
  public Chronicle chronicle(SessionId id) {
    try (SessionMailbox.Place _ = mailbox.enter(id, () -> {}, new Cancellation())) {
      Session now = Loading.session(store, id);
      return store.chronicle(id, now.turn()).orElseThrow(() -> notKept(now.turn()));
    }
  }

  /**
   * Stores a session that was taken out somewhere, under a new id, and returns it.
   *
   * @throws EngineException INVALID_INPUT with every problem if it cannot be played on
   */
  public Session take(JsonObject document) {
    return switch (ChronicleReader.read(document)) {
      case ChronicleReading.Invalid(List<Problem> problems) ->
          throw EngineException.invalid(problems);
      case ChronicleReading.Valid(Chronicle past) -> {
        Session session = past.session();
        List<Problem> broken = SpecCheck.problems(session.spec());
        if (!broken.isEmpty()) {
          throw EngineException.invalid(broken.stream().map(ChronicleReader::inSpec).toList());
        }
        yield restored(past, session.premise(), session.revision());
      }
    };
  }
}
