package quietstories.engine;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The two clocks of the engine.
 *
 * @param wall tells when things happened
 * @param ticker nanoseconds of a monotonic clock, for how long they took
 */
public record TurnTime(InstantSource wall, LongSupplier ticker) {

  /** The clocks of this machine. */
  public static final TurnTime SYSTEM = new TurnTime(InstantSource.system(), System::nanoTime);

  Instant now() {
    return wall.instant();
  }

  long nanos() {
    return ticker.getAsLong();
  }
}
