package quietstories.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import quietstories.engine.Measurements;

/** Keeps every operation in a list. */
final class CountingMeasurements implements Measurements {

  private final List<Measured> all = new ArrayList<>();

  @Override
  public synchronized void record(Measured operation) {
    all.add(operation);
  }

  @Override
  public synchronized Map<OperationType, Summary> summary() {
    Map<OperationType, Summary> summaries = new EnumMap<>(OperationType.class);
    for (OperationType type : OperationType.values()) {
      List<Measured> some = all.stream().filter(one -> one.type() == type).toList();
      double total = some.stream().mapToDouble(one -> one.durationNanos() / 1e6).sum();
      List<Measured> recent = some.subList(Math.max(0, some.size() - 5), some.size());
      summaries.put(type, new Summary(some.size(), 0, total, 0, total, recent));
    }
    return summaries;
  }

  @Override
  public synchronized Map<OperationType, Summary> reset() {
    Map<OperationType, Summary> closed = summary();
    all.clear();
    return closed;
  }
}
