package quietstories.metrics;

import quietstories.engine.Measured;
import quietstories.engine.Measurements;
import quietstories.engine.Metrics;
import quietstories.story.SessionId;

/** Measures nothing, for a server whose operator does not want it. */
public final class NoMeasurements implements Measurements {

  private final Metrics nothing = new Meter().metrics();

  @Override
  public void record(Measured operation) {}

  @Override
  public boolean wanted() {
    return false;
  }

  @Override
  public Metrics metrics() {
    return nothing;
  }

  @Override
  public Metrics metrics(SessionId session) {
    return nothing;
  }

  @Override
  public Metrics reset() {
    return nothing;
  }
}
