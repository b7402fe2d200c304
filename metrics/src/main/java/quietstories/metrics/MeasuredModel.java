package quietstories.metrics;

import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import quietstories.engine.Measurements;
import quietstories.engine.Measurements.Measured;
import quietstories.engine.Measurements.OperationType;
import quietstories.json.JsonObject;
import quietstories.model.Cancellation;
import quietstories.model.ChatModel;
import quietstories.model.ModelAnswer;
import quietstories.model.ModelIdentity;
import quietstories.model.ModelListener;
import quietstories.model.ModelRequest;

/** A model whose every call is measured exactly once, failed ones included. */
public final class MeasuredModel implements ChatModel {

  private static final double MILLIS_PER_SECOND = 1_000;

  private final ChatModel model;
  private final Measurements measurements;
  private final Supplier<String> ids;
  private final InstantSource wall;
  private final LongSupplier ticker;

  /**
   * Creates a measured view of {@code model}.
   *
   * @param ids gives a new id for each call
   * @param ticker nanoseconds of a monotonic clock
   */
  public MeasuredModel(
      ChatModel model,
      Measurements measurements,
      Supplier<String> ids,
      InstantSource wall,
      LongSupplier ticker) {
    this.model = model;
    this.measurements = measurements;
    this.ids = ids;
    this.wall = wall;
    this.ticker = ticker;
  }

  @Override
  public ModelIdentity identity() {
    return model.identity();
  }

  @Override
  public void connect() {
    model.connect();
  }

  @Override
  public ModelAnswer ask(ModelRequest request, ModelListener listener, Cancellation cancellation) {
    long start = ticker.getAsLong();
    boolean answered = false;
    try {
      ModelAnswer answer = model.ask(request, listener, cancellation);
      answered = true;
      return answer;
    } finally {
      measurements.record(
          new Measured(
              OperationType.LLM_CALL,
              request.purpose() + "_call_" + ids.get(),
              model.identity().name(),
              ticker.getAsLong() - start,
              wall.instant().toEpochMilli() / MILLIS_PER_SECOND,
              !answered,
              about(request)));
    }
  }

  private static JsonObject about(ModelRequest request) {
    return JsonObject.builder()
        .put("purpose", request.purpose())
        .put("has_tool_calls", false)
        .put("tool_count", 0)
        .put("message_count", request.messages().size())
        .build();
  }
}
