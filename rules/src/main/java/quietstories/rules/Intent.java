package quietstories.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import quietstories.json.Json;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;
import quietstories.rules.IntentReading.Misread;
import quietstories.rules.IntentReading.Understood;
import quietstories.story.Action;
import quietstories.story.ActionId;
import quietstories.story.PlayerInput;
import quietstories.story.Problem;
import quietstories.story.ScenarioSpec;

/** What an input means under a scenario's rules. */
public sealed interface Intent {

  /** To do an offered action. The arguments are those that the action declares, coerced. */
  record Attempt(Action action, JsonObject arguments) implements Intent {}

  /** To say or do something in the player's own words. */
  record Words(String text) implements Intent {}

  /** To let the story go on by itself. */
  record Continue() implements Intent {}

  /**
   * Reads {@code input}. An action's id is an attempt; text that is an action's id or label
   * (trimmed, in any case) is an attempt too, unless arguments are required that it lacks; other
   * text is words; no text is to go on.
   */
  static IntentReading read(ScenarioSpec spec, PlayerInput input) {
    if (input.action().isPresent()) {
      return chosen(spec, input.action().get(), input.parameters());
    }
    String text = input.text().orElse("").strip();
    if (text.isEmpty()) {
      return new Understood(new Continue());
    }
    return spoken(spec, text)
        .filter(action -> Arguments.complete(action.params(), input.parameters()))
        .map(action -> attempt(action, input.parameters()))
        .orElseGet(() -> new Understood(new Words(input.text().orElse(text))));
  }

  private static IntentReading chosen(ScenarioSpec spec, ActionId id, JsonObject parameters) {
    return spec.action(id)
        .map(action -> attempt(action, parameters))
        .orElseGet(() -> new Misread(List.of(unknown(spec, id))));
  }

  private static IntentReading attempt(Action action, JsonObject parameters) {
    Arguments arguments = Arguments.read(action.params(), parameters);
    return arguments.problems().isEmpty()
        ? new Understood(new Attempt(action, arguments.values()))
        : new Misread(arguments.problems());
  }

  private static Problem unknown(ScenarioSpec spec, ActionId id) {
    List<String> ids = spec.actions().stream().map(action -> action.id().value()).toList();
    return new Problem(
        JsonPath.ROOT.child("action_id"),
        "there is no such action; the actions are " + String.join(", ", ids),
        Json.of(id.value()));
  }

  private static Optional<Action> spoken(ScenarioSpec spec, String text) {
    String wanted = folded(text);
    return spec.actions().stream()
        .filter(action -> folded(action.id().value()).equals(wanted))
        .findFirst()
        .or(
            () ->
                spec.actions().stream()
                    .filter(action -> folded(action.label()).equals(wanted))
                    .findFirst());
  }

  private static String folded(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
