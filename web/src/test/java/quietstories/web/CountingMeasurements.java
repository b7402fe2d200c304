package quietstories.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import quietstories.engine.Measured;
import quietstories.engine.Measurements;
import quietstories.engine.Metrics;
import quietstories.engine.OperationType;
import quietstories.engine.Summary;
import quietstories.story.SessionId;

/** Keeps every operation in a list. */
final class CountingMeasurements implements Measurements {

  private final List<Measured> all = new ArrayList<>();

  @Override
  public synchronized void record(Measured operation) {
    all.add(operation);
  }

  @Override
  public synchronized Metrics metrics() {
    return metrics(all);
  }

  @Override
  public synchronized Metrics metrics(SessionId session) {
    return metrics(
        all.stream().filter(one -> one.session().filter(session::equals).isPresent()).toList());
  }

  private static Metrics metrics(List<Measured> operations) {
    Map<OperationType, Metrics.Category> categories = new EnumMap<>(OperationType.class);
    for (OperationType type : OperationType.values()) {
      List<Measured> some = operations.stream().filter(one -> one.type() == type).toList();
      double total = some.stream().mapToDouble(Measured::durationMs).sum();
      Summary summary = new Summary(some.size(), 0, total, 0, total, 0, 0, 0, 0, "");
      List<Measured> recent = some.subList(Math.max(0, some.size() - 5), some.size());
      categories.put(type, new Metrics.Category(summary, recent, Map.of()));
    }
    return new Metrics(categories, Map.of());
  }

  @Override
  public synchronized Metrics reset() {
    Metrics closed = metrics();
    all.clear();
    return closed;
  }
}
