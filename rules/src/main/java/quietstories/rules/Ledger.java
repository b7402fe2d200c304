package quietstories.rules;

import java.util.ArrayList;
import java.util.List;
import quietstories.json.Json;
import quietstories.json.JsonObject;
import quietstories.story.RefusedChange;
import quietstories.story.StateChange;

/** Applies effects one after another and keeps what happened and what could not. */
final class Ledger {

  private static final String ARGUMENT = "params.";

  private final List<StateChange> changes = new ArrayList<>();
  private final List<RefusedChange> skipped = new ArrayList<>();
  private Situation situation;

  Ledger(Situation situation) {
    this.situation = situation;
  }

  Situation situation() {
    return situation;
  }

  List<StateChange> changes() {
    return List.copyOf(changes);
  }

  List<RefusedChange> skipped() {
    return List.copyOf(skipped);
  }

  /** Applies effects; a value of exactly {@code {"var":"params.x"}} is the argument {@code x}. */
  void apply(List<StateChange> effects, JsonObject arguments) {
    for (StateChange effect : effects) {
      String argument = argument(effect.value());
      if (argument.isEmpty()) {
        apply(effect);
      } else {
        arguments
            .member(argument)
            .ifPresentOrElse(
                value -> apply(new StateChange(effect.op(), effect.path(), value)),
                () -> skip(effect, "the argument '" + argument + "' was not given"));
      }
    }
  }

  void apply(StateChange change) {
    switch (Operations.apply(situation, change)) {
      case Application.Applied(Situation after) -> {
        situation = after;
        changes.add(change);
      }
      case Application.Inapplicable(String reason) -> skip(change, reason);
    }
  }

  private void skip(StateChange change, String reason) {
    skipped.add(new RefusedChange(change, reason));
  }

  /** Returns the name of the argument that {@code value} stands for, or the empty text. */
  static String argument(Json value) {
    return Term.of(value)
        .filter(term -> term.name().equals("var") && term.operands().size() == 1)
        .flatMap(term -> term.operands().getFirst().asText())
        .filter(path -> path.startsWith(ARGUMENT))
        .map(path -> path.substring(ARGUMENT.length()))
        .orElse("");
  }
}
