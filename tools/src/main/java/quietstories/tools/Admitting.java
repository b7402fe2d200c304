package quietstories.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quietstories.rules.Dice;
import quietstories.rules.NarratorGate;
import quietstories.rules.Situation;
import quietstories.story.HiddenMemory;
import quietstories.story.RefusedChange;
import quietstories.story.Roll;
import quietstories.story.Ruling;
import quietstories.story.StateChange;
import quietstories.story.ToolFate;
import quietstories.story.Verdict;

/** Puts the wishes of one call before the rules, in order, and words what became of them. */
final class Admitting {

  private final NarratorGate gate;
  private final Dice dice;
  private final List<String> refusals = new ArrayList<>();
  private final List<String> idle = new ArrayList<>();
  private final List<String> details = new ArrayList<>();
  private final List<Roll> rolls = new ArrayList<>();
  private final List<HiddenMemory> memories = new ArrayList<>();
  private int granted;

  Admitting(NarratorGate gate, Dice dice) {
    this.gate = gate;
    this.dice = dice;
  }

  void admit(Wish wish) {
    switch (wish) {
      case Wish.Change(StateChange change) -> change(change);
      case Wish.Act act -> act(act);
      case Wish.Remember(HiddenMemory memory) -> {
        memories.add(memory);
        granted++;
      }
    }
  }

  private void change(StateChange change) {
    Situation before = gate.situation();
    Optional<String> objection = gate.propose(change);
    if (objection.isPresent()) {
      refusals.add(change.path() + ": " + objection.get());
    } else if (before.equals(gate.situation())) {
      idle.add(change.path());
    } else {
      granted++;
    }
  }

  private void act(Wish.Act act) {
    Verdict verdict = gate.attempt(act.attempt(), dice.fork("act"));
    rolls.addAll(verdict.rolls());
    verdict.rolls().forEach(roll -> details.add(RollDice.words(roll)));
    verdict.skipped().stream().map(RefusedChange::reason).forEach(details::add);
    switch (verdict.ruling()) {
      case Ruling.Refused refused ->
          refusals.add(refused.action() + " is not possible: " + refused.reason());
      case Ruling.Permitted _, Ruling.Freeform _ -> {
        granted++;
        verdict.changes().stream()
            .map(
                change ->
                    change.op().wireName() + " " + change.path() + " " + Spot.text(change.value()))
            .forEach(details::add);
      }
    }
  }

  ToolFate fate() {
    return granted == 0 && idle.isEmpty() && !refusals.isEmpty() ? ToolFate.REFUSED : ToolFate.OK;
  }

  /** Returns what the narrator is told; {@code done} are the words if there is nothing to add. */
  String words(String done) {
    List<String> words = new ArrayList<>();
    if (granted > 0) {
      words.add(refusals.isEmpty() && idle.isEmpty() ? done : "Done in part");
    } else if (refusals.isEmpty()) {
      words.add("No changes");
    }
    words.addAll(details);
    idle.forEach(path -> words.add(path + " was so already"));
    refusals.forEach(why -> words.add("Refused: " + why));
    String all = String.join(". ", words);
    return all.endsWith(".") ? all : all + ".";
  }

  List<Roll> rolls() {
    return rolls;
  }

  List<HiddenMemory> memories() {
    return memories;
  }
}
