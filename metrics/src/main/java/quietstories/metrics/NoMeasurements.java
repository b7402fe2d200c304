package quietstories.metrics;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import quietstories.engine.Measurements;

/** Measures nothing, for a server whose operator does not want it. */
public final class NoMeasurements implements Measurements {

  @Override
  public void record(Measured operation) {}

  @Override
  public Map<OperationType, Summary> summary() {
    Map<OperationType, Summary> nothing = new EnumMap<>(OperationType.class);
    for (OperationType type : OperationType.values()) {
      nothing.put(type, new Summary(0, 0, 0, 0, 0, List.of()));
    }
    return nothing;
  }

  @Override
  public Map<OperationType, Summary> reset() {
    return summary();
  }
}
