package quietstories.bench;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import quietstories.json.Json;
import quietstories.json.JsonObject;
import quietstories.model.ToolSpec;
import quietstories.story.ToolAccess;
import quietstories.testkit.FaultyVendor;
import quietstories.tools.Tool;
import quietstories.tools.ToolContext;
import quietstories.tools.ToolResult;

/**
 * A tool that reads for 200 ms, under several names; the server under test finds them as its own.
 */
public abstract sealed class SlowRead implements Tool {

  /** How long each takes. */
  static final int MILLIS = 200;

  private final ToolSpec spec;

  private SlowRead(String name) {
    this.spec = new ToolSpec(name, "Takes its time.", JsonObject.of("type", Json.of("object")));
  }

  @Override
  public final ToolSpec spec() {
    return spec;
  }

  @Override
  public final ToolAccess access() {
    return ToolAccess.READ;
  }

  @Override
  public final ToolResult run(ToolContext context, JsonObject arguments) {
    try {
      boolean hurried = new CountDownLatch(1).await(MILLIS, TimeUnit.MILLISECONDS);
      return new ToolResult.Told(hurried ? "Hurried." : "As always.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new ToolResult.Failed("Nobody waited.");
    }
  }

  /** The first of the three. */
  public static final class OfTheMap extends SlowRead {
    /** Creates it. */
    public OfTheMap() {
      super("read_the_map");
    }
  }

  /** The second. */
  public static final class OfTheSky extends SlowRead {
    /** Creates it. */
    public OfTheSky() {
      super("read_the_sky");
    }
  }

  /** The third. */
  public static final class OfTheTide extends SlowRead {
    /** Creates it. */
    public OfTheTide() {
      super("read_the_tide");
    }
  }

  /** The one that faulty vendors call. */
  public static final class Dawdling extends SlowRead {
    /** Creates it. */
    public Dawdling() {
      super(FaultyVendor.SLOW_TOOL);
    }
  }
}
