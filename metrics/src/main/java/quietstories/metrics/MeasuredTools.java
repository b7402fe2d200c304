package quietstories.metrics;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import quietstories.engine.Measured;
import quietstories.engine.OperationType;
import quietstories.engine.Origin;
import quietstories.engine.Recording;
import quietstories.json.JsonObject;
import quietstories.story.ToolUse;
import quietstories.tools.ToolListener;
import quietstories.tools.ToolRun;

/** Records every call of a tool exactly once, however it ended. */
public final class MeasuredTools implements ToolListener {

  private static final double MILLIS_PER_SECOND = 1_000;

  private final Recording recording;
  private final Supplier<String> ids;
  private final InstantSource wall;

  /** Creates a recorder; {@code ids} gives a new id for each call. */
  public MeasuredTools(Recording recording, Supplier<String> ids, InstantSource wall) {
    this.recording = recording;
    this.ids = ids;
    this.wall = wall;
  }

  @Override
  public void batch(List<ToolRun> runs) {
    runs.forEach(this::record);
  }

  private void record(ToolRun run) {
    ToolUse use = run.use();
    recording.record(
        new Measured(
            OperationType.TOOL_EXECUTION,
            use.name() + "_" + ids.get(),
            use.name(),
            Origin.current().map(Origin::session),
            run.end() - run.start(),
            wall.instant().toEpochMilli() / MILLIS_PER_SECOND,
            !use.fate().isGood(),
            JsonObject.builder()
                .put("access", use.access().wireName())
                .put("outcome", use.fate().wireName())
                .put("round", use.round())
                .build()));
  }
}
