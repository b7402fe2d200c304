package quietstories.tools;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import quietstories.json.JsonObject;
import quietstories.story.ToolFate;

/**
 * Runs single calls within the limits: so many at once, each so long. Whatever a tool does, the end
 * is a text.
 */
final class Supervisor {

  private final Semaphore places;
  private final ToolLimits limits;
  private final LongSupplier ticker;

  Supervisor(ToolLimits limits, LongSupplier ticker) {
    this.places = new Semaphore(limits.parallel(), true);
    this.limits = limits;
    this.ticker = ticker;
  }

  /** How a run ended. */
  sealed interface Run {

    long start();

    /** The tool came to a result. */
    record Ended(ToolResult result, long start) implements Run {}

    /** It was given up or failed. */
    record Broken(ToolFate fate, String text, Optional<Throwable> fault, long start)
        implements Run {}
  }

  /** Runs the tool on a thread of its own and waits for it; an interruption gives it up. */
  Run run(Tool tool, ToolContext context, JsonObject arguments) {
    String name = tool.spec().name();
    long asked = ticker.getAsLong();
    try {
      places.acquire();
    } catch (InterruptedException stopped) {
      return stopped(name, asked);
    }
    long start = ticker.getAsLong();
    FutureTask<ToolResult> task = new FutureTask<>(() -> tool.run(context, arguments));
    try {
      Thread.ofVirtual().name("tool " + name).start(task);
      return new Run.Ended(task.get(limits.timeout().toNanos(), TimeUnit.NANOSECONDS), start);
    } catch (TimeoutException late) {
      String text =
          "%s took longer than %d ms and was given up; nothing was changed."
              .formatted(name, limits.timeout().toMillis());
      return new Run.Broken(ToolFate.TIMED_OUT, text, Optional.empty(), start);
    } catch (ExecutionException failed) {
      String text = name + " failed; nothing was changed. Go on without it.";
      return new Run.Broken(ToolFate.FAILED, text, Optional.ofNullable(failed.getCause()), start);
    } catch (InterruptedException stopped) {
      return stopped(name, start);
    } finally {
      task.cancel(true);
      places.release();
    }
  }

  private static Run stopped(String name, long start) {
    return new Run.Broken(
        ToolFate.FAILED, name + " was stopped with its turn.", Optional.empty(), start);
  }
}
