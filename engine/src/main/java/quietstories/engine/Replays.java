package quietstories.engine;

import java.util.Optional;
import quietstories.json.JsonObject;
import quietstories.story.Turn;

/** Finds turns that were played before for an input's key. */
final class Replays {

  private Replays() {}

  /**
   * Returns the stored turn of this input if its key is known, and tells it to the listener again.
   *
   * @throws EngineException KEY_REUSED if the key belongs to another input
   */
  static Optional<PlayedTurn> find(SessionStore store, Round round) {
    Optional<Turn> stored =
        round.input().key().flatMap(key -> store.turn(round.session().id(), key));
    stored.ifPresent(turn -> checkSame(turn, round));
    Optional<PlayedTurn> played = stored.map(turn -> played(store, round, turn));
    played.ifPresent(turn -> tell(round, turn));
    return played;
  }

  private static void checkSame(Turn stored, Round round) {
    if (!stored.input().toJson().equals(round.input().toJson())) {
      throw new EngineException(
          EngineFault.KEY_REUSED,
          "This Idempotency-Key was used for another input; use a new key for a new input.");
    }
  }

  private static PlayedTurn played(SessionStore store, Round round, Turn turn) {
    Optional<JsonObject> timeline = store.timeline(round.session().id(), turn.number());
    return new PlayedTurn(
        round.session(),
        turn,
        round.offers(round.session()),
        timeline.flatMap(json -> json.object("timing")).map(TurnTiming::from),
        true);
  }

  private static void tell(Round round, PlayedTurn played) {
    round.say(new TurnEvent.Started(played.turn().number() - 1));
    round.say(new TurnEvent.Judged(played.turn().verdict()));
    round.say(new TurnEvent.Told(played.turn().outcome().narrative()));
    round.say(new TurnEvent.Committed(played));
  }
}
