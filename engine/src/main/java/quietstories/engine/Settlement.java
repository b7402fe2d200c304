package quietstories.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import quietstories.rules.Admission;
import quietstories.rules.Dice;
import quietstories.rules.Endings;
import quietstories.rules.Judgement;
import quietstories.rules.Referee;
import quietstories.story.Action;
import quietstories.story.Ending;
import quietstories.story.NarratorIdentity;
import quietstories.story.Outcome;
import quietstories.story.Roll;
import quietstories.story.Session;
import quietstories.story.StateChange;
import quietstories.story.Turn;
import quietstories.tools.ToolRun;
import quietstories.tools.Workbench;

/**
 * What a turn comes to once its telling is over.
 *
 * @param judged what the rules did before
 * @param told what the narrator said
 * @param admitted what of the narrator's wishes took effect
 * @param ending how the story ended, if it did
 */
record Settlement(Judgement judged, Narration told, Admission admitted, Optional<Ending> ending) {

  private static final int MOST_ROLLS = 5;

  /** How many things the rules suggest where nobody else does. */
  static final int SUGGESTIONS = 4;

  /**
   * Settles a turn: what the narrator wishes for passes the rules, and the story may end. An ending
   * that the rules brought before the telling stands, whatever the narrator changes.
   *
   * @param workbench has put before the rules what tools wished for
   */
  static Settlement of(
      Round round,
      Judgement judged,
      Optional<Ending> foreseen,
      Narration told,
      Workbench workbench) {
    round.clock().enter("admit");
    Admission admitted = workbench.admit(told.outcome().stateChanges());
    round.clock().enter("endings");
    Optional<Ending> ending =
        foreseen.or(() -> Endings.reached(round.rules(), admitted.after().state()));
    return new Settlement(judged, told, admitted, ending);
  }

  /** Returns the turn, to be stored. */
  Turn turn(Round round, NarratorIdentity narrator) {
    return new Turn(
        round.number(),
        0,
        round.arrival(),
        round.input(),
        judged.verdict(),
        outcome(round),
        rolls(round.session(), round.dice().fork("narrator")),
        admitted.admitted(),
        admitted.refused(),
        told.faults(),
        narrator,
        ending,
        told.tools().stream().map(ToolRun::use).toList());
  }

  /** Returns the session after {@code turn}. */
  Session after(Round round, Turn turn) {
    return round.session().after(turn, admitted.after().state(), admitted.after().entities());
  }

  /**
   * The changes are those that took effect, and where the narrator suggests nothing the rules do.
   */
  private Outcome outcome(Round round) {
    List<StateChange> changes = new ArrayList<>(judged.verdict().changes());
    changes.addAll(admitted.admitted());
    Outcome outcome = told.outcome().withStateChanges(changes);
    if (ending.isPresent()) {
      return outcome.withSuggestedActions(List.of());
    }
    return outcome.suggestedActions().isEmpty()
        ? outcome.withSuggestedActions(labels(round))
        : outcome;
  }

  private List<String> labels(Round round) {
    return round.rules().available(admitted.after().state()).stream()
        .map(Action::label)
        .limit(SUGGESTIONS)
        .toList();
  }

  /**
   * The dice that fell for tools, and those that the narrator only asked for: they fall now, and it
   * learns next turn what they showed.
   */
  private List<Roll> rolls(Session session, Dice dice) {
    Stream<Roll> fallen = told.tools().stream().flatMap(run -> run.rolls().stream());
    Stream<Roll> falling =
        told.outcome().rollRequests().stream()
            .limit(MOST_ROLLS)
            .map(request -> Referee.roll(request, session.protagonist(), dice));
    return Stream.concat(fallen, falling).toList();
  }
}
