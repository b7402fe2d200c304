package quietstories.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quietstories.story.Action;
import quietstories.story.ActionRoll;
import quietstories.story.Entity;
import quietstories.story.EventId;
import quietstories.story.Operation;
import quietstories.story.Roll;
import quietstories.story.RollRequest;
import quietstories.story.Ruling;
import quietstories.story.ScenarioSpec;
import quietstories.story.StateChange;
import quietstories.story.Verdict;

/** Decides: what an input does before it is told, and what of the telling comes true. */
public final class Referee {

  private Referee() {}

  /**
   * Judges an input. First the action, on the state that the player saw: preconditions, dice,
   * effects. Then the random events whose condition holds by now. Then decay. A refused action has
   * no effects; events and decay come all the same.
   */
  public static Judgement judge(Rulebook rules, Situation before, Intent intent, Dice dice) {
    Docket docket = new Docket(before);
    List<Roll> rolls = new ArrayList<>();
    Ruling ruling =
        switch (intent) {
          case Intent.Attempt attempt -> attempt(rules, attempt, docket, rolls, dice);
          case Intent.Words _, Intent.Continue _ -> new Ruling.Freeform();
        };
    List<EventId> events = events(rules, docket, dice);
    rules
        .spec()
        .budget()
        .decayPerTurn()
        .forEach((path, step) -> docket.apply(new StateChange(Operation.INC, path, step)));
    Verdict verdict = new Verdict(ruling, rolls, events, docket.done(), docket.skipped());
    return new Judgement(verdict, docket.now());
  }

  private static Ruling attempt(
      Rulebook rules, Intent.Attempt attempt, Docket docket, List<Roll> rolls, Dice dice) {
    Action action = attempt.action();
    Optional<FalseClause> obstacle =
        Conditions.whyFalse(
            rules.precondition(action), Arguments.scope(docket.now().state(), attempt.arguments()));
    if (obstacle.isPresent()) {
      return new Ruling.Refused(action.id(), obstacle.get().clause(), obstacle.get().words());
    }
    apply(action.effects(), attempt, docket);
    action.roll().ifPresent(roll -> rolls.add(roll(rules.spec(), roll, attempt, docket, dice)));
    return new Ruling.Permitted(action.id());
  }

  private static Roll roll(
      ScenarioSpec spec, ActionRoll wanted, Intent.Attempt attempt, Docket docket, Dice dice) {
    Roll roll =
        roll(wanted.request(), protagonist(spec, docket.now().entities()), dice.fork("action"));
    apply(roll.success() ? wanted.onSuccess() : wanted.onFailure(), attempt, docket);
    return roll;
  }

  private static void apply(List<StateChange> effects, Intent.Attempt attempt, Docket docket) {
    effects.forEach(effect -> docket.apply(Arguments.filled(effect, attempt.arguments())));
  }

  private static List<EventId> events(Rulebook rules, Docket docket, Dice dice) {
    List<EventId> fired = new ArrayList<>();
    for (Rulebook.CompiledEvent compiled : rules.events()) {
      EventId id = compiled.event().id();
      // why: each event has dice of its own, so that adding one to a scenario shifts no other.
      boolean falls = dice.fork("event " + id).chance(compiled.event().weight());
      if (falls && Conditions.holds(compiled.when(), docket.now().state())) {
        fired.add(id);
        compiled.event().effects().forEach(docket::apply);
      }
    }
    return fired;
  }

  private static Optional<Entity> protagonist(ScenarioSpec spec, List<Entity> cast) {
    return cast.stream()
        .filter(entity -> spec.pointOfView().filter(entity.id()::equals).isPresent())
        .findFirst()
        .or(() -> cast.stream().filter(e -> e.id().value().equals("player_character")).findFirst())
        .or(() -> cast.stream().filter(e -> e.type().equalsIgnoreCase("player")).findFirst());
  }

  /**
   * Decides about a narrator's wishes, in their order, each for itself; see {@link Gate} for what
   * is admitted.
   *
   * @param before the situation that the judgement left
   * @param verdict the judgement's, whose action's own effects stay as they are
   */
  public static Admission admit(
      Rulebook rules, Situation before, Verdict verdict, List<StateChange> proposals) {
    Gate gate = new Gate(rules.spec(), before, verdict);
    proposals.forEach(gate::decide);
    return gate.admission();
  }

  /** Rolls the dice that somebody asks for, with the modifiers of {@code actor}'s stats. */
  public static Roll roll(RollRequest request, Optional<Entity> actor, Dice dice) {
    return Checks.roll(request, actor, dice);
  }
}
