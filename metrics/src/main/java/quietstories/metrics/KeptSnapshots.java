package quietstories.metrics;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import quietstories.engine.Measurements;
import quietstories.engine.Snapshots;
import quietstories.json.JsonObject;

/** Snapshots in this process's memory, fifty of them at most. */
public final class KeptSnapshots implements Snapshots {

  private static final int MOST = 50;

  private final Measurements measurements;
  private final InstantSource clock;
  private final LinkedHashMap<String, JsonObject> kept = new LinkedHashMap<>();

  /** Creates snapshots of {@code measurements}, none so far. */
  public KeptSnapshots(Measurements measurements, InstantSource clock) {
    this.measurements = measurements;
    this.clock = clock;
  }

  @Override
  public Instant take(String name) {
    JsonObject metrics = measurements.metrics().toJson();
    synchronized (kept) {
      kept.putLast(name, metrics);
      if (kept.size() > MOST) {
        kept.pollFirstEntry();
      }
    }
    return clock.instant();
  }

  @Override
  public boolean has(String name) {
    return find(name).isPresent();
  }

  @Override
  public Optional<JsonObject> compare(String before, String after) {
    Optional<JsonObject> old = find(before);
    Optional<JsonObject> young = find(after);
    return old.flatMap(one -> young.map(other -> Comparison.of(one, other).toJson()));
  }

  private Optional<JsonObject> find(String name) {
    synchronized (kept) {
      return Optional.ofNullable(kept.get(name));
    }
  }
}
