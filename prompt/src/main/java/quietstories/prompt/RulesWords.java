package quietstories.prompt;

import java.util.ArrayList;
import java.util.List;
import quietstories.story.EventId;
import quietstories.story.Roll;
import quietstories.story.Ruling;
import quietstories.story.StateChange;
import quietstories.story.Verdict;

/** What the rules decided, as lines for a narrator. */
final class RulesWords {

  private RulesWords() {}

  static String line(Verdict verdict) {
    List<String> parts = new ArrayList<>();
    parts.add(
        switch (verdict.ruling()) {
          case Ruling.Permitted permitted ->
              "The rules: '" + permitted.action() + "' is permitted and happens.";
          case Ruling.Refused refused ->
              "The rules: '"
                  + refused.action()
                  + "' is refused and does not happen, because "
                  + refused.reason()
                  + ".";
          case Ruling.Freeform _ -> "The rules: free action.";
        });
    verdict.rolls().forEach(roll -> parts.add(roll(roll)));
    if (!verdict.events().isEmpty()) {
      List<String> events = verdict.events().stream().map(EventId::value).toList();
      parts.add("Events: " + String.join(", ", events) + ".");
    }
    if (!verdict.changes().isEmpty()) {
      List<String> changes = verdict.changes().stream().map(RulesWords::change).toList();
      parts.add("Already changed: " + String.join("; ", changes) + ".");
    }
    return String.join(" ", parts);
  }

  static String roll(Roll roll) {
    return "Roll for %s: d%d shows %d%+d = %d against %d: %s."
        .formatted(
            roll.request().kind(),
            roll.die(),
            roll.roll(),
            roll.modifier(),
            roll.total(),
            roll.request().difficulty(),
            grade(roll));
  }

  /** The four grades of a roll: five away from the difficulty is the border of the outer two. */
  private static String grade(Roll roll) {
    boolean far = roll.margin() >= 5;
    if (roll.success()) {
      return far ? "a spectacular success" : "a success";
    }
    return far ? "a catastrophic failure" : "a failure";
  }

  private static String change(StateChange change) {
    return change.op().wireName() + " " + change.path() + " " + change.value().write();
  }
}
