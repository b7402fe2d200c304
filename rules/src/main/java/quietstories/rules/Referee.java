package quietstories.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import quietstories.json.JsonNull;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;
import quietstories.story.Action;
import quietstories.story.ActionRoll;
import quietstories.story.Entity;
import quietstories.story.EventId;
import quietstories.story.Operation;
import quietstories.story.RandomEvent;
import quietstories.story.Roll;
import quietstories.story.RollRequest;
import quietstories.story.Ruling;
import quietstories.story.StateChange;
import quietstories.story.Verdict;

/** Decides what an input does to a story, and which of a narrator's proposals may happen. */
public final class Referee {

  private Referee() {}

  /**
   * Judges an input before anything is told. The action's preconditions are read on the state that
   * the player saw; then come its roll, its effects and those of the roll's result, then the random
   * events whose condition holds, each with its probability, then decay. A refused action has no
   * effects, but events and decay happen. An effect that cannot apply is skipped with the reason.
   *
   * @throws IllegalArgumentException if the action is none of this scenario
   */
  public static Judgement judge(Rulebook rules, Situation before, Intent intent, Dice dice) {
    Ledger ledger = new Ledger(before);
    Decision decision =
        switch (intent) {
          case Intent.Attempt attempt -> attempt(rules, ledger, attempt, dice.fork("roll"));
          case Intent.Words _, Intent.Continue _ ->
              new Decision(new Ruling.Freeform(), Optional.empty());
        };
    List<EventId> events = happen(rules, ledger, dice);
    decay(rules.spec().budget().decayPerTurn(), ledger);
    Verdict verdict =
        new Verdict(
            decision.ruling(),
            decision.roll().stream().toList(),
            events,
            ledger.changes(),
            ledger.skipped());
    return new Judgement(verdict, ledger.situation());
  }

  /**
   * Admits a narrator's proposals, in order, each as a whole or not at all.
   *
   * @param before the situation after the rules judged the input
   * @param verdict what they decided; what the action's own effects changed stays as they left it
   */
  public static Admission admit(
      Rulebook rules, Situation before, Verdict verdict, List<StateChange> proposals) {
    NarratorGate gate = gate(rules, before, verdict);
    proposals.forEach(gate::propose);
    return gate.admission();
  }

  /**
   * Returns the gate through which a narrator's proposals of one turn pass, one at a time.
   *
   * @param before the situation after the rules judged the input
   * @param verdict what they decided
   */
  public static NarratorGate gate(Rulebook rules, Situation before, Verdict verdict) {
    return new NarratorGate(rules, before, verdict);
  }

  /**
   * Rolls what {@code request} asks for: a die of 20 faces (or of N for the kind {@code dN}) plus
   * the modifier that the actor's stats give.
   */
  public static Roll roll(RollRequest request, Optional<Entity> actor, Dice dice) {
    return Rolls.roll(request, actor, dice);
  }

  /** What was decided about an action, and the dice that fell for it. */
  record Decision(Ruling ruling, Optional<Roll> roll) {

    static Decision refusal(Action action, String reason) {
      return new Decision(new Ruling.Refused(action.id(), JsonNull.NULL, reason), Optional.empty());
    }
  }

  /** Decides about an action; what it changes happens in the ledger. */
  static Decision attempt(Rulebook rules, Ledger ledger, Intent.Attempt attempt, Dice dice) {
    Action action = attempt.action();
    Situation seen = ledger.situation();
    Optional<FalseClause> obstacle = rules.obstacle(action, attempt.arguments(), seen.state());
    if (obstacle.isPresent()) {
      FalseClause why = obstacle.get();
      return new Decision(
          new Ruling.Refused(action.id(), why.clause(), why.words()), Optional.empty());
    }
    Optional<Roll> roll =
        action.roll().map(r -> roll(r.request(), Cast.actor(rules.spec(), seen.entities()), dice));
    ledger.apply(effects(action, roll.map(Roll::success).orElse(false)), attempt.arguments());
    return new Decision(new Ruling.Permitted(action.id()), roll);
  }

  /** Returns all effects of an action whose roll, if it has one, ends that way. */
  static List<StateChange> effects(Action action, boolean success) {
    List<StateChange> following =
        action.roll().map(roll -> branch(roll, success)).orElse(List.of());
    return Stream.concat(action.effects().stream(), following.stream()).toList();
  }

  private static List<StateChange> branch(ActionRoll roll, boolean success) {
    return success ? roll.onSuccess() : roll.onFailure();
  }

  /** Each event has dice of its own, so that a new event never changes when another one falls. */
  private static List<EventId> happen(Rulebook rules, Ledger ledger, Dice dice) {
    List<RandomEvent> events = rules.spec().randomEvents();
    List<EventId> happened = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      RandomEvent event = events.get(i);
      if (rules.mayHappen(i, ledger.situation().state())
          && dice.fork("event " + event.id()).chance(event.weight())) {
        happened.add(event.id());
        ledger.apply(event.effects(), JsonObject.EMPTY);
      }
    }
    return happened;
  }

  static void decay(Map<String, JsonNumber> decayPerTurn, Ledger ledger) {
    decayPerTurn.forEach(
        (path, number) -> ledger.apply(new StateChange(Operation.INC, path, number)));
  }
}
