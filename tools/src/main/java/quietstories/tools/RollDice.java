package quietstories.tools;

import java.util.List;
import java.util.Optional;
import quietstories.json.JsonObject;
import quietstories.model.ToolSpec;
import quietstories.rules.Dice;
import quietstories.rules.Referee;
import quietstories.story.Entity;
import quietstories.story.InvalidStory;
import quietstories.story.Roll;
import quietstories.story.RollRequest;
import quietstories.story.ToolAccess;

/**
 * Lets dice fall for what is open. It only looks: the same question in the same turn always shows
 * the same dice, so that asking again is no second chance.
 */
final class RollDice implements Tool {

  private static final ToolSpec SPEC =
      new ToolSpec(
          "roll",
          "Rolls dice when the outcome of something is open. Ask before you tell how it ends.",
          Parameters.begin()
              .needs("kind", "string", "A skill or a die, such as athletics or d20.")
              .needs("difficulty", "integer", "The total that succeeds.")
              .takes("target", "string", "Id of the one it is about.")
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
    try {
      RollRequest request = RollRequest.from(arguments);
      Dice dice = context.dice().fork("roll " + request.toJson().write());
      Roll roll = Referee.roll(request, actor(context), dice);
      return new ToolResult.Told(words(roll), List.of(roll));
    } catch (InvalidStory invalid) {
      return new ToolResult.Failed(String.valueOf(invalid.getMessage()));
    }
  }

  private static Optional<Entity> actor(ToolContext context) {
    return context.situation().entities().stream()
        .filter(entity -> entity.id().equals(context.pointOfView()))
        .findFirst();
  }

  static String words(Roll roll) {
    return "%s: %d on a die of %d, %+d, makes %d against %d: %s by %d"
        .formatted(
            roll.request().kind(),
            roll.roll(),
            roll.die(),
            roll.modifier(),
            roll.total(),
            roll.request().difficulty(),
            roll.success() ? "success" : "failure",
            roll.margin());
  }
}
