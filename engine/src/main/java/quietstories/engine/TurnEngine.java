package quietstories.engine;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import quietstories.model.Cancellation;
import quietstories.prompt.Minds;
import quietstories.rules.Dice;
import quietstories.rules.Endings;
import quietstories.rules.Intent;
import quietstories.rules.Judgement;
import quietstories.rules.Referee;
import quietstories.rules.Rulebook;
import quietstories.rules.Situation;
import quietstories.story.Ending;
import quietstories.story.IdempotencyKey;
import quietstories.story.PlayerInput;
import quietstories.story.Session;
import quietstories.story.SessionId;
import quietstories.story.Turn;
import quietstories.tools.Workbench;

/**
 * Plays turns. {@link #play} is the only way to play one, and it follows the table in
 * ARCHITECTURE.md from step 3 to step 13: the rules decide before the prose is written, nothing is
 * stored before the one commit, and a step that throws leaves nothing behind.
 */
public final class TurnEngine {

  private final Remembering remembering;
  private final SessionStore store;
  private final SessionMailbox mailbox;
  private final Rulebooks rulebooks;
  private final Supplier<Narrator> narrators;
  private final Scenes scenes;
  private final AfterTurn afterTurn;
  private final TurnTime time;

  /** Creates an engine; {@code narrators} gives the narrator of the next turn. */
  public TurnEngine(
      Remembering remembering,
      SessionMailbox mailbox,
      Rulebooks rulebooks,
      Supplier<Narrator> narrators,
      Scenes scenes,
      AfterTurn afterTurn,
      TurnTime time) {
    this.remembering = remembering;
    this.store = remembering.store();
    this.mailbox = mailbox;
    this.rulebooks = rulebooks;
    this.narrators = narrators;
    this.scenes = scenes;
    this.afterTurn = afterTurn;
    this.time = time;
  }

  /**
   * Plays one turn and returns it once it is stored. A known idempotency key returns its stored
   * turn and plays nothing.
   *
   * @param listener hears the turn while it is played
   * @param cancellation heard until the narrative is complete; from then on the turn is committed
   * @throws EngineException if there is nothing to play; nothing was stored
   * @throws quietstories.model.ModelException if the narrator failed; nothing was stored
   */
  public PlayedTurn play(
      SessionId id, PlayerInput input, TurnListener listener, Cancellation cancellation) {
    return inTurn(
        new TurnRequest(id, input.key(), Optional.of(input)),
        listener,
        cancellation,
        now -> new Take(now, input, 0));
  }

  /**
   * Plays the last turn again, from how things stood before it and under new dice, and puts it in
   * the place of the old one, which stays if this fails. A known idempotency key returns the turn
   * that was played for it.
   *
   * @throws EngineException as for {@link #play}; OUT_OF_REACH if there is no last turn, or if how
   *     things stood before it was not kept
   */
  public PlayedTurn regenerate(
      SessionId id,
      Optional<IdempotencyKey> key,
      TurnListener listener,
      Cancellation cancellation) {
    return inTurn(
        new TurnRequest(id, key, Optional.empty()),
        listener,
        cancellation,
        now -> Take.again(store, now, key));
  }

  private PlayedTurn inTurn(
      TurnRequest wish,
      TurnListener listener,
      Cancellation cancellation,
      Function<Session, Take> takes) {
    TurnClock clock = new TurnClock(time);
    Announcer announcer = new Announcer(listener);
    Runnable queued = () -> announcer.say(new TurnEvent.Waiting(TurnEvent.WaitingFor.QUEUE));
    Trail.session(wish.id().value());
    clock.enter("wait");
    try (SessionMailbox.Place _ = mailbox.enter(wish.id(), queued, cancellation)) { // step 3
      clock.enter("load");
      Session now = Loading.session(store, wish.id()); // step 4
      Rulebook rules = rulebooks.of(now.spec());
      Optional<PlayedTurn> known = Replays.find(store, wish, now, rules);
      if (known.isPresent()) {
        return known.get();
      }
      Take take = takes.apply(now);
      Session before = take.before();
      Trail.turn(before.turn() + 1);
      Dice dice = Dice.of(before.seed(), before.turn() + 1, take.attempt());
      Round round =
          new Round(
              before,
              take.attempt(),
              rules,
              take.input(),
              dice,
              time.now(),
              announcer,
              clock,
              cancellation);
      return new Origin(wish.id(), round.number()).during(() -> playNew(round));
    }
  }

  private PlayedTurn playNew(Round round) {
    Intent intent = Loading.intent(round);
    boolean done = false;
    try {
      round.say(new TurnEvent.Started(round.session().turn()));
      Judgement judged = judge(round, intent); // step 5
      Optional<Ending> foreseen = Endings.reached(round.rules(), judged.after().state());
      round.say(new TurnEvent.Judged(judged.verdict()));
      Narrator narrator = narrators.get();
      Telling telling = prepare(round, judged, foreseen, narrator); // steps 6 and 7
      Settlement settled = tell(round, judged, foreseen, telling, narrator); // steps 8 to 10
      PlayedTurn played = commit(round, settled, narrator); // step 11
      done = true;
      round.say(new TurnEvent.Committed(played)); // step 12
      afterTurn.played(round, played); // step 13
      return played;
    } finally {
      if (!done) {
        afterTurn.failed(round);
      }
    }
  }

  private static Judgement judge(Round round, Intent intent) {
    round.clock().enter("judge");
    Session session = round.session();
    Situation before = new Situation(session.state(), session.entities());
    Judgement judged = Referee.judge(round.rules(), before, intent, round.dice().fork("judge"));
    round.clock().verdictGiven();
    return judged;
  }

  private Telling prepare(
      Round round, Judgement judged, Optional<Ending> foreseen, Narrator narrator) {
    round.clock().enter("recall");
    Minds minds = scenes.recall(round, judged);
    round.clock().enter("prompt");
    return scenes.prepare(narrator, round, judged, foreseen, minds);
  }

  private Settlement tell(
      Round round,
      Judgement judged,
      Optional<Ending> foreseen,
      Telling telling,
      Narrator narrator) {
    round.clock().enter("narrate");
    try (Workbench workbench = scenes.workbench(round, judged)) {
      Narration told = telling.tell(new Stage(round), workbench, round.cancellation());
      round.clock().modelCalls(told.calls(), narrator.identity().model().orElse("builtin"));
      return Settlement.of(round, judged, foreseen, told, workbench);
    }
  }

  private PlayedTurn commit(Round round, Settlement settled, Narrator narrator) {
    round.clock().enter("append");
    Turn told = settled.turn(round, narrator.identity()).asAttempt(round.attempt());
    Session after = settled.after(round, told);
    MindWriter.Decision minds =
        remembering.decide(round.session(), after.entities(), told.number(), told.outcome());
    Turn turn = told.withFaults(minds.refused());
    Loading.append(store, after, turn, minds.change());
    round.clock().commit();
    return new PlayedTurn(
        after, turn, round.offers(after), Optional.of(round.clock().timing()), false);
  }
}
