package quietstories.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The words that say where and when something was measured. */
final class Machine {

  private Machine() {}

  static String describe(Instant when) {
    return "%s %s, %d processors, Java %s, %s"
        .formatted(
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Runtime.getRuntime().availableProcessors(),
            Runtime.version(),
            when.truncatedTo(ChronoUnit.SECONDS));
  }
}
