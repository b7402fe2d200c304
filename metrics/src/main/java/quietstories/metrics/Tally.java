package quietstories.metrics;

import java.util.EnumMap;
import java.util.Map;
import quietstories.engine.Derived;
import quietstories.engine.Measured;
import quietstories.engine.Metrics;
import quietstories.engine.OperationType;
import quietstories.engine.Spread;

/** Operations of every type, and the further numbers of turns. Safe for use by many threads. */
final class Tally {

  /** Numbers are kept in millionths, as milliseconds are in nanoseconds. */
  private static final double PARTS = 1e6;

  private final Map<OperationType, TypeTally> types = new EnumMap<>(OperationType.class);
  private final Map<Derived, Series> derived = new EnumMap<>(Derived.class);

  /** Creates an empty tally that tells {@code names} names of a type apart. */
  Tally(int names) {
    for (OperationType type : OperationType.values()) {
      types.put(type, new TypeTally(names));
    }
    for (Derived number : Derived.values()) {
      derived.put(number, new Series());
    }
  }

  void add(Measured operation) {
    TypeTally type = types.get(operation.type());
    if (type != null) {
      type.add(operation);
    }
    operation.derived().forEach(this::add);
  }

  private void add(Derived number, double value) {
    Series series = derived.get(number);
    if (series != null) {
      series.add(Math.round(value * PARTS), false);
    }
  }

  Metrics metrics() {
    Map<OperationType, Metrics.Category> categories = new EnumMap<>(OperationType.class);
    types.forEach((type, tally) -> categories.put(type, tally.category()));
    Map<Derived, Spread> spreads = new EnumMap<>(Derived.class);
    derived.forEach((number, series) -> spreads.put(number, series.spread()));
    return new Metrics(categories, spreads);
  }
}
