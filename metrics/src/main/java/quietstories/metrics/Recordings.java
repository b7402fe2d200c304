package quietstories.metrics;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quietstories.engine.Measured;
import quietstories.engine.Recording;

/** Several listeners as one. What one of them throws is logged and does not reach the others. */
public final class Recordings implements Recording {

  private static final Logger LOG = LoggerFactory.getLogger(Recordings.class);

  private final List<Recording> all;

  /** Creates the list of those who hear of every operation, in this order. */
  public Recordings(List<Recording> all) {
    this.all = List.copyOf(all);
  }

  @Override
  public void record(Measured operation) {
    for (Recording one : all) {
      try {
        one.record(operation);
      } catch (RuntimeException e) {
        LOG.warn("An operation was not recorded.", e);
      }
    }
  }

  @Override
  public boolean wanted() {
    return all.stream().anyMatch(Recording::wanted);
  }
}
