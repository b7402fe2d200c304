package quietstories.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import quietstories.json.Json;
import quietstories.json.JsonObject;
import quietstories.model.ToolSpec;
import quietstories.story.ToolAccess;
import quietstories.tools.Tool;
import quietstories.tools.ToolContext;
import quietstories.tools.ToolResult;

/** Takes longer than a tool should, so that somebody can find out. */
public final class DawdleTool implements Tool {

  private static final long MILLIS = 150;

  private static final ToolSpec SPEC =
      new ToolSpec("dawdle", "Takes its time.", JsonObject.of("type", Json.of("object")));

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
    try {
      boolean asked = new CountDownLatch(1).await(MILLIS, TimeUnit.MILLISECONDS);
      return new ToolResult.Told(asked ? "Hurried." : "Done at last.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new ToolResult.Failed("Nobody waited.");
    }
  }
}
