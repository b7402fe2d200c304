package quietstories.engine;

import java.util.List;
import java.util.Optional;
import quietstories.prompt.Minds;
import quietstories.prompt.PromptLimits;
import quietstories.prompt.Scene;
import quietstories.rules.Judgement;
import quietstories.story.Ending;
import quietstories.story.PlayerInput;
import quietstories.story.Ruling;
import quietstories.story.Session;
import quietstories.story.Turn;
import quietstories.story.Verdict;
import quietstories.tools.Workbench;

/** Gathers what a narrator may know about a turn and what it may do, and has it prepare to tell. */
public final class Scenes {

  private static final int PARTS = Scene.class.getRecordComponents().length;

  private final ReadyTurns turns;
  private final Recaller recaller;
  private final Optimizer optimizer;
  private final Workshop workshop;
  private final TurnBudget budget;
  private final TurnLog log;
  private final PromptDesk desk;

  /**
   * Creates scenes out of what {@code remembering} knows, within the limits of {@code optimizer}
   * and the time of {@code budget}.
   */
  public Scenes(
      Remembering remembering,
      Optimizer optimizer,
      TurnBudget budget,
      Workshop workshop,
      TurnLog log,
      PromptDesk desk) {
    this.desk = desk;
    this.turns = remembering.store().readyTurns();
    this.recaller = remembering.recaller();
    this.optimizer = optimizer;
    this.budget = budget;
    this.workshop = workshop;
    this.log = log;
  }

  /** Returns the workbench for the tools of this turn. */
  Workbench workbench(Round round, Judgement judged) {
    return workshop.open(
        round,
        judged,
        optimizer.limits(),
        recaller.forTools(round.session(), judged.after().entities()));
  }

  /** Returns what bears on this turn, for the point of view and nobody else. */
  Minds recall(Round round, Judgement judged) {
    return recaller.recall(
        round.session(), round.input(), judged.after().entities(), optimizer.limits());
  }

  Telling prepare(
      Narrator narrator, Round round, Judgement judged, Optional<Ending> foreseen, Minds minds) {
    Session session = round.session();
    log.starting(session.id());
    PromptLimits limits = budget.limits(optimizer.limits(), round.clock());
    Scene scene =
        new Scene(
                session,
                history(session, limits),
                round.input(),
                judged.verdict(),
                judged.after().state(),
                judged.after().entities(),
                foreseen.isPresent() ? List.of() : round.rules().available(judged.after().state()),
                foreseen)
            .recalling(minds);
    log.context(PARTS);
    Telling telling = narrator.prepare(scene, limits, round.dice().fork("prose"));
    desk.written(session.id(), round.number())
        .ifPresent(written -> round.clock().prompt(written.toJson()));
    return telling;
  }

  private List<Turn> history(Session session, PromptLimits limits) {
    return turns.last(session, limits.maxTurnHistory());
  }

  /** Returns the limits in force. */
  PromptLimits limits() {
    return optimizer.limits();
  }

  /** Returns the next turn of a session as far as it can be foretold before the player speaks. */
  Scene foretold(Session session) {
    return new Scene(
        session,
        history(session, limits()),
        PlayerInput.words(""),
        new Verdict(new Ruling.Freeform(), List.of(), List.of(), List.of(), List.of()),
        session.state(),
        session.entities(),
        List.of(),
        Optional.empty());
  }
}
