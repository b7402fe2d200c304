package quietstories.metrics;

import quietstories.engine.Measured;
import quietstories.engine.Metrics;
import quietstories.story.SessionId;

/** Everything since a reset, of all together and of each session of late. */
final class Window {

  private final Tally all;
  private final Evidence evidence = new Evidence();
  private final SessionTallies sessions = new SessionTallies();

  /** Creates an empty window that tells {@code names} names of a type apart. */
  Window(int names) {
    this.all = new Tally(names);
  }

  void add(Measured operation) {
    all.add(operation);
    evidence.add(operation);
    operation.session().ifPresent(session -> sessions.of(session).add(operation));
  }

  Evidence.Case evidence() {
    return evidence.made();
  }

  Metrics metrics() {
    return all.metrics();
  }

  Metrics metrics(SessionId session) {
    return sessions.known(session).map(Tally::metrics).orElseGet(() -> new Tally(1).metrics());
  }
}
