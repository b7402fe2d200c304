package quietstories.metrics;

import java.util.Map;
import java.util.Optional;
import quietstories.engine.Derived;
import quietstories.engine.Measured;
import quietstories.engine.OperationType;
import quietstories.json.JsonObject;
import quietstories.story.SessionId;

/** Operations for tests. */
final class Samples {

  private Samples() {}

  static Measured of(OperationType type, String name, double millis) {
    return of(type, name, millis, JsonObject.EMPTY);
  }

  static Measured of(OperationType type, String name, double millis, JsonObject metadata) {
    return new Measured(
        type,
        "id",
        name,
        Optional.of(new SessionId("s")),
        Math.round(millis * 1e6),
        1,
        false,
        metadata,
        type == OperationType.TURN_PROCESSING ? Map.of(Derived.OVERHEAD, millis) : Map.of());
  }
}
