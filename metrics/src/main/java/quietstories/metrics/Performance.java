package quietstories.metrics;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quietstories.engine.Measured;
import quietstories.engine.OperationType;
import quietstories.engine.Origin;
import quietstories.engine.Recording;
import quietstories.json.Json;
import quietstories.json.JsonObject;

/**
 * Times any code under an id of its own, as one of the types of operation. Safe for use by many
 * threads.
 *
 * <pre>{@code
 * try (Performance.Operation operation = performance.time("index_rebuild", "tool_execution")) {
 *   rebuild();
 *   operation.note("entries", Json.of(12));
 * }
 * }</pre>
 */
public final class Performance {

  private static final Logger LOG = LoggerFactory.getLogger("quietstories.Performance");
  private static final double MILLIS_PER_SECOND = 1_000;
  private static final int MOST = 10_000;

  private final Recording recording;
  private final InstantSource wall;
  private final LongSupplier ticker;
  private final LinkedHashMap<Key, Long> running = new LinkedHashMap<>();

  private record Key(OperationType type, String id) {}

  /**
   * Creates a way to time code.
   *
   * @param ticker nanoseconds of a monotonic clock
   */
  public Performance(Recording recording, InstantSource wall, LongSupplier ticker) {
    this.recording = recording;
    this.wall = wall;
    this.ticker = ticker;
  }

  /**
   * Begins an operation, anew if it had begun already. Of operations that never end the oldest are
   * forgotten.
   *
   * @param type {@code llm_call}, {@code tool_execution} or {@code turn_processing}
   * @throws IllegalArgumentException if {@code type} is something else
   */
  public void start(String id, String type) {
    begin(new Key(type(type), id));
  }

  private void begin(Key key) {
    synchronized (running) {
      running.putLast(key, ticker.getAsLong());
      if (running.size() > MOST) {
        running.pollFirstEntry();
      }
    }
  }

  /** Ends an operation without metadata. */
  public void end(String id, String type) {
    end(id, type, JsonObject.EMPTY);
  }

  /**
   * Ends an operation and records it. One that has not begun is warned of in the log and is not
   * recorded.
   *
   * @throws IllegalArgumentException if {@code type} is no type of operation
   */
  public void end(String id, String type, JsonObject metadata) {
    end(new Key(type(type), id), metadata, false);
  }

  private void end(Key key, JsonObject metadata, boolean failed) {
    long now = ticker.getAsLong();
    Optional<Long> start;
    synchronized (running) {
      start = Optional.ofNullable(running.remove(key));
    }
    start.ifPresentOrElse(
        begun -> record(key, now - begun, metadata, failed),
        () ->
            LOG.warn("[Performance] {} {} ends but never began.", key.type().wireName(), key.id()));
  }

  private void record(Key key, long nanos, JsonObject metadata, boolean failed) {
    recording.record(
        new Measured(
            key.type(),
            key.id(),
            "custom",
            Origin.current().map(Origin::session),
            nanos,
            wall.instant().toEpochMilli() / MILLIS_PER_SECOND,
            failed,
            metadata));
  }

  /**
   * Begins an operation that ends when it is closed.
   *
   * @throws IllegalArgumentException if {@code type} is no type of operation
   */
  public Operation time(String id, String type) {
    Key key = new Key(type(type), id);
    begin(key);
    return new Operation(key);
  }

  private static OperationType type(String wireName) {
    return Arrays.stream(OperationType.values())
        .filter(type -> type.wireName().equals(wireName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(wireName)));
  }

  private static String unknown(String wireName) {
    String known =
        Arrays.stream(OperationType.values())
            .map(OperationType::wireName)
            .collect(Collectors.joining(", "));
    return "There is no operation type \"" + wireName + "\"; use one of " + known + ".";
  }

  /** An operation that is under way, used by one thread. */
  public final class Operation implements AutoCloseable {

    private final Key key;
    private JsonObject metadata = JsonObject.EMPTY;
    private boolean failed;

    private Operation(Key key) {
      this.key = key;
    }

    /** Adds something to its metadata. */
    public void note(String name, Json value) {
      metadata = metadata.with(name, value);
    }

    /** Says that it came to nothing. */
    public void fail() {
      failed = true;
    }

    @Override
    public void close() {
      end(key, metadata, failed);
    }
  }
}
