package quietstories.engine;

import java.time.Instant;
import java.util.Optional;
import quietstories.json.JsonObject;

/** Keeps measurements under names, to be compared later. Safe for use by many threads. */
public interface Snapshots {

  /**
   * Keeps everything since the last reset under {@code name}, in place of what that name had; the
   * oldest snapshot goes when there are too many. Returns when that was.
   */
  Instant take(String name);

  /** Returns whether a snapshot of that name is kept. */
  boolean has(String name);

  /**
   * Returns for each category and name how the median changed from {@code before} to {@code after};
   * empty if one of them is not kept.
   */
  Optional<JsonObject> compare(String before, String after);
}
