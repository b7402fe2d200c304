package quietstories.tools;

import java.util.function.BiFunction;
import quietstories.json.JsonObject;
import quietstories.model.ToolSpec;
import quietstories.story.ToolAccess;

/** A tool that does what a test says. */
record HandMade(
    String name, ToolAccess access, BiFunction<ToolContext, JsonObject, ToolResult> work)
    implements Tool {

  @Override
  public ToolSpec spec() {
    return new ToolSpec(name, "For a test.", Parameters.begin().andMore());
  }

  @Override
  public ToolResult run(ToolContext context, JsonObject arguments) {
    return work.apply(context, arguments);
  }
}
