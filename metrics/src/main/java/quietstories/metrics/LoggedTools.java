package quietstories.metrics;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quietstories.story.ToolAccess;
import quietstories.tools.ToolListener;
import quietstories.tools.ToolRun;

/** Leaves one line in the log for all calls of one answer, and one for each tool that failed. */
public final class LoggedTools implements ToolListener {

  private static final Logger LOG = LoggerFactory.getLogger("quietstories.Performance");
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final int ID = 8;

  private final Supplier<String> ids;

  /** Creates a log; {@code ids} gives a new id each time, whose first 8 characters are taken. */
  public LoggedTools(Supplier<String> ids) {
    this.ids = ids;
  }

  @Override
  public void ended(ToolRun run) {
    run.fault().ifPresent(fault -> LOG.warn("[Tools] {} failed", run.use().name(), fault));
  }

  @Override
  public void batch(List<ToolRun> runs) {
    long start = runs.stream().mapToLong(ToolRun::start).min().orElse(0);
    long nanos = runs.stream().mapToLong(ToolRun::end).max().orElse(0) - start;
    double average = nanos / NANOS_PER_MILLI / runs.size();
    LOG.atInfo()
        .addKeyValue("component", "Performance")
        .addKeyValue("execution_id", ids.get().substring(0, ID))
        .addKeyValue("tool_count", runs.size())
        .addKeyValue("read_only_count", count(runs, ToolAccess.READ))
        .addKeyValue("write_count", count(runs, ToolAccess.WRITE))
        .addKeyValue("duration_ms", nanos / NANOS_PER_MILLI)
        .addKeyValue("avg_time_per_tool_ms", average)
        .addKeyValue("tool_ids", runs.stream().map(ToolRun::callId).toList())
        .log(
            String.format(
                Locale.ROOT,
                "[Tools] Executed %d tools in %.3fs (avg: %.1fms/tool)",
                runs.size(),
                nanos / NANOS_PER_SECOND,
                average));
  }

  private static long count(List<ToolRun> runs, ToolAccess access) {
    return runs.stream().filter(run -> run.use().access() == access).count();
  }
}
