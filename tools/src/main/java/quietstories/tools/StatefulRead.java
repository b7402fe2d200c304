package quietstories.tools;

import java.util.Optional;
import quietstories.json.Json;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;
import quietstories.model.ToolSpec;
import quietstories.rules.JsonLogic;
import quietstories.rules.LogicFault;
import quietstories.story.ToolAccess;

/**
 * Shows what stands at a place in the state, whether it has changed since it was last looked at,
 * and whether a condition holds. It always looks: what it shows is never an older value.
 */
final class StatefulRead implements Tool {

  private static final ToolSpec SPEC =
      new ToolSpec(
          "stateful_read",
          "Reads one place of the story's state, says whether it changed since it was last read, and"
              + " tests a condition.",
          Parameters.begin()
              .needs("path", "string", "Dotted path, such as player.health.")
              .takes(
                  "condition",
                  "object",
                  "JSONLogic on the state, such as {\"<\":[{\"var\":\"player.health\"},5]}.")
              .takes("use_cache", "boolean", "Has no effect; values are always current.")
              .only());

  @Override
  public ToolSpec spec() {
    return SPEC;
  }

  @Override
  public ToolAccess access() {
    return ToolAccess.READ;
  }

  @Override
  public ToolResult run(ToolContext context, JsonObject arguments) {
    JsonObject state = context.situation().state();
    String path = arguments.text("path").orElse("");
    JsonPath place = JsonPath.parse(path).within(state);
    String shown = Spot.shown(path, state) + ". " + change(context, place, state.at(place));
    Optional<JsonObject> condition = arguments.object("condition");
    if (condition.isEmpty()) {
      return new ToolResult.Told(shown);
    }
    try {
      return new ToolResult.Told(shown + " " + test(condition.get(), state));
    } catch (LogicFault broken) {
      return new ToolResult.Failed("The condition cannot be used: " + broken.getMessage());
    }
  }

  private static String change(ToolContext context, JsonPath place, Optional<Json> now) {
    Optional<Sighting> before = context.lastSeen().apply(place);
    if (before.isEmpty()) {
      return "Not read before.";
    }
    return before.get().value().equals(now)
        ? "Unchanged since it was last read."
        : "Changed since it was last read: it was "
            + before.get().value().map(Spot::text).orElse("none")
            + ".";
  }

  private static String test(JsonObject condition, JsonObject state) {
    return JsonLogic.forScenario(condition)
        .whyFalse(state)
        .map(why -> "The condition does not hold: " + why.words() + ".")
        .orElse("The condition holds.");
  }

  @Override
  public boolean looksBack() {
    return true;
  }

  @Override
  public Optional<String> looksAt(JsonObject arguments) {
    return arguments.text("path");
  }
}
