package quietstories.engine;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import quietstories.json.Json;
import quietstories.json.JsonObject;
import quietstories.model.ToolSpec;
import quietstories.story.ToolAccess;
import quietstories.tools.Tool;
import quietstories.tools.ToolContext;
import quietstories.tools.ToolResult;

/** A tool that ends only when everybody is there who was meant to run at the same time. */
record MeetingTool(CyclicBarrier barrier) implements Tool {

  @Override
  public ToolSpec spec() {
    return new ToolSpec("meet", "Meets.", JsonObject.of("type", Json.of("object")));
  }

  @Override
  public ToolAccess access() {
    return ToolAccess.READ;
  }

  @Override
  public ToolResult run(ToolContext context, JsonObject arguments) {
    meet(barrier);
    return new ToolResult.Told("met");
  }

  static void meet(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }
}
