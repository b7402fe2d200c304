package quietstories.tools;

import java.util.Optional;
import quietstories.json.JsonObject;
import quietstories.model.ToolSpec;
import quietstories.story.ToolAccess;

/** Shows what stands at a place in the state. */
final class ReadState implements Tool {

  private static final ToolSpec SPEC =
      new ToolSpec(
          "read_state",
          "Reads one place of the story's state.",
          Parameters.begin().needs("path", "string", "Dotted path, such as player.health.").only());

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
    String path = arguments.text("path").orElse("");
    return new ToolResult.Told(Spot.shown(path, context.situation().state()));
  }

  @Override
  public Optional<String> looksAt(JsonObject arguments) {
    return arguments.text("path");
  }
}
