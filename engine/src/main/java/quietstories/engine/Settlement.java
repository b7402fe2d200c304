package quietstories.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quietstories.rules.Admission;
import quietstories.rules.Dice;
import quietstories.rules.Judgement;
import quietstories.rules.Referee;
import quietstories.story.Action;
import quietstories.story.Ending;
import quietstories.story.NarratorIdentity;
import quietstories.story.Outcome;
import quietstories.story.Roll;
import quietstories.story.RollRequest;
import quietstories.story.Session;
import quietstories.story.StateChange;
import quietstories.story.Turn;

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

  /** Returns the turn, to be stored. */
  Turn turn(Round round, NarratorIdentity narrator) {
    return new Turn(
        round.number(),
        round.arrival(),
        round.input(),
        judged.verdict(),
        outcome(round),
        rolls(round.session(), round.dice().fork("narrator")),
        admitted.admitted(),
        admitted.refused(),
        told.faults(),
        narrator,
        ending);
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

  /** The dice that the narrator asked for fall now; it learns what they showed next turn. */
  private List<Roll> rolls(Session session, Dice dice) {
    List<Roll> rolls = new ArrayList<>();
    for (RollRequest request : told.outcome().rollRequests()) {
      if (rolls.size() < MOST_ROLLS) {
        rolls.add(Referee.roll(request, session.protagonist(), dice));
      }
    }
    return rolls;
  }
}
