package quietstories.rules;

import java.util.Optional;
import java.util.function.Predicate;
import quietstories.json.JsonObject;
import quietstories.story.Action;
import quietstories.story.PlayerInput;
import quietstories.story.ScenarioSpec;

/** What an input means under a scenario's rules. */
public sealed interface Intent {

  /** The player tries an action, with arguments that fit its parameters. */
  record Attempt(Action action, JsonObject arguments) implements Intent {}

  /** The player says or does something that no rule knows. */
  record Words(String text) implements Intent {}

  /** The player lets the story go on. */
  record Continue() implements Intent {}

  /**
   * Reads an input. Words that equal an action's id or label, but lack arguments that it needs,
   * stay words.
   */
  static IntentReading read(ScenarioSpec spec, PlayerInput input) {
    if (input.action().isPresent()) {
      return spec.action(input.action().get())
          .map(action -> Arguments.attempt(action, input.parameters()))
          .orElseGet(() -> Arguments.unknown(spec, input.action().get()));
    }
    if (input.text().isEmpty()) {
      return new IntentReading.Understood(new Continue());
    }
    String text = input.text().get();
    return named(spec, text.strip())
        .map(action -> Arguments.attempt(action, input.parameters()))
        .filter(reading -> isUnderstoodOrMeant(reading, input))
        .orElseGet(() -> new IntentReading.Understood(new Words(text)));
  }

  private static boolean isUnderstoodOrMeant(IntentReading reading, PlayerInput input) {
    return reading instanceof IntentReading.Understood || !input.parameters().members().isEmpty();
  }

  private static Optional<Action> named(ScenarioSpec spec, String text) {
    return first(spec, action -> action.id().value().equalsIgnoreCase(text))
        .or(() -> first(spec, action -> action.label().strip().equalsIgnoreCase(text)));
  }

  private static Optional<Action> first(ScenarioSpec spec, Predicate<Action> wanted) {
    return spec.actions().stream().filter(wanted).findFirst();
  }
}
