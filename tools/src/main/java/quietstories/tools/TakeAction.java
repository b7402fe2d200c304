package quietstories.tools;

import java.util.List;
import java.util.stream.Collectors;
import quietstories.json.JsonObject;
import quietstories.model.ToolSpec;
import quietstories.rules.Intent;
import quietstories.rules.IntentReading;
import quietstories.story.ActionId;
import quietstories.story.PlayerInput;
import quietstories.story.Problem;
import quietstories.story.ToolAccess;

/**
 * Wishes for an action that the scenario offers, where the player's own words amount to it. The
 * rules decide: preconditions, dice, effects.
 */
final class TakeAction implements Tool {

  private static final ToolSpec SPEC =
      new ToolSpec(
          "take_action",
          "Does an action that the story offers, when the player's own words amount to it. The rules"
              + " decide how it ends; ask before you tell.",
          Parameters.begin()
              .needs("action_id", "string", "Id of the action.")
              .takes("parameters", "object", "Its parameters, if it has any.")
              .only());

  @Override
  public ToolSpec spec() {
    return SPEC;
  }

  @Override
  public ToolAccess access() {
    return ToolAccess.WRITE;
  }

  @Override
  public ToolResult run(ToolContext context, JsonObject arguments) {
    ActionId id = new ActionId(arguments.text("action_id").orElse(""));
    PlayerInput input =
        PlayerInput.choice(id, arguments.object("parameters").orElse(JsonObject.EMPTY));
    return switch (Intent.read(context.rules().spec(), input)) {
      case IntentReading.Understood(Intent.Attempt attempt) ->
          new ToolResult.Wished(
              List.of(new Wish.Act(attempt)), "Done: " + attempt.action().label());
      case IntentReading.Understood _ -> new ToolResult.Failed("That is no action.");
      case IntentReading.Misread(var problems) ->
          new ToolResult.Failed(
              problems.stream().map(Problem::line).collect(Collectors.joining("; ")));
    };
  }
}
