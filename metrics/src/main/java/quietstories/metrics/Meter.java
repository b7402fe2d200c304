package quietstories.metrics;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import quietstories.engine.Measurements;

/** Keeps running totals of every type of operation in a fixed amount of memory. */
public final class Meter implements Measurements {

  private final Map<OperationType, Window> windows = new EnumMap<>(OperationType.class);

  /** Creates a meter that has measured nothing. */
  public Meter() {
    for (OperationType type : OperationType.values()) {
      windows.put(type, new Window());
    }
  }

  @Override
  public void record(Measured operation) {
    Window window = windows.get(operation.type());
    if (window != null) {
      window.add(operation);
    }
  }

  @Override
  public Map<OperationType, Summary> summary() {
    return each(Window::summary);
  }

  @Override
  public Map<OperationType, Summary> reset() {
    return each(Window::close);
  }

  private Map<OperationType, Summary> each(Function<Window, Summary> read) {
    Map<OperationType, Summary> all = new EnumMap<>(OperationType.class);
    windows.forEach((type, window) -> all.put(type, read.apply(window)));
    return all;
  }
}
