package quietstories.app;

import java.util.Optional;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;
import quietstories.json.JsonReader;
import quietstories.model.ToolSpec;
import quietstories.story.ToolAccess;
import quietstories.tools.Tool;
import quietstories.tools.ToolContext;
import quietstories.tools.ToolResult;

/** Counts the things in a list of the state: the example of a tool of one's own. */
public final class TallyTool implements Tool {

  private static final ToolSpec SPEC =
      new ToolSpec(
          "tally",
          "Counts the things in a list of the story's state.",
          (JsonObject)
              JsonReader.read(
                  """
                  {"type": "object",
                   "properties": {"path": {"type": "string", "description": "Dotted path."}},
                   "required": ["path"], "additionalProperties": false}
                  """));

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
    Optional<Json> found = state.at(JsonPath.parse(path).within(state));
    return found.orElse(JsonArray.EMPTY) instanceof JsonArray list
        ? new ToolResult.Told(path + " holds " + list.elements().size())
        : new ToolResult.Failed(path + " is no list; name a place that holds one.");
  }
}
