package quietstories.prompt;

import quietstories.json.Json;
import quietstories.story.PlayerInput;

/** What a player did, as one line in which the player's own text is quoted data. */
final class PlayerWords {

  private PlayerWords() {}

  static String line(PlayerInput input) {
    if (input.action().isPresent()) {
      String arguments =
          input.parameters().members().isEmpty() ? "" : " with " + input.parameters().write();
      return "The player chooses the action " + quoted(input.action().get().value()) + arguments;
    }
    return input
        .text()
        .filter(text -> !text.isBlank())
        .map(text -> "The player: " + quoted(text))
        .orElse("The player waits; let the story go on by itself.");
  }

  /** JSON's quoting is what models read best, and nothing inside can end it. */
  static String quoted(String text) {
    return Json.of(text).write();
  }
}
