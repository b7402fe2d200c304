package quietstories.metrics;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import quietstories.engine.Measured;
import quietstories.engine.Metrics;
import quietstories.engine.Summary;

/** The operations of one type: together, by name, and the last few as they were. */
final class TypeTally {

  /** Under this name stand the operations of all names that came too late. */
  static final String OTHER = "other";

  private static final int RECENT = 5;

  private final int most;
  private final Series all = new Series();
  private final Map<String, Series> names = new HashMap<>();
  private final Deque<Measured> recent = new ArrayDeque<>(RECENT);

  /** Creates an empty tally that tells {@code most} names apart. */
  TypeTally(int most) {
    this.most = most;
  }

  void add(Measured operation) {
    all.add(operation.durationNanos(), operation.failed());
    named(operation).add(operation.durationNanos(), operation.failed());
  }

  private synchronized Series named(Measured operation) {
    if (recent.size() == RECENT) {
      recent.removeFirst();
    }
    recent.addLast(operation);
    String name =
        names.containsKey(operation.name()) || names.size() < most ? operation.name() : OTHER;
    return names.computeIfAbsent(name, _ -> new Series());
  }

  Metrics.Category category() {
    Map<String, Series> series;
    List<Measured> last;
    synchronized (this) {
      series = Map.copyOf(names);
      last = List.copyOf(recent);
    }
    Map<String, Summary> byName = new HashMap<>();
    series.forEach((name, one) -> byName.put(name, one.summary()));
    return new Metrics.Category(all.summary(), last, byName);
  }
}
