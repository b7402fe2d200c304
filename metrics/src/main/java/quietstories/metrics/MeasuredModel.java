package quietstories.metrics;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import quietstories.engine.CallReport;
import quietstories.engine.Measured;
import quietstories.engine.OperationType;
import quietstories.engine.Origin;
import quietstories.engine.Recording;
import quietstories.json.JsonObject;
import quietstories.model.Cancellation;
import quietstories.model.ChatModel;
import quietstories.model.ModelAnswer;
import quietstories.model.ModelException;
import quietstories.model.ModelFault;
import quietstories.model.ModelIdentity;
import quietstories.model.ModelListener;
import quietstories.model.ModelRequest;
import quietstories.model.ToolCall;

/** A model whose every call is measured exactly once, failed ones included. */
public final class MeasuredModel extends WatchedModel {

  private static final double MILLIS_PER_SECOND = 1_000;

  private final Recording recording;
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
      Recording recording,
      Supplier<String> ids,
      InstantSource wall,
      LongSupplier ticker) {
    super(model);
    this.recording = recording;
    this.ids = ids;
    this.wall = wall;
    this.ticker = ticker;
  }

  @Override
  public ModelAnswer ask(ModelRequest request, ModelListener listener, Cancellation cancellation) {
    String id = ids.get();
    long start = ticker.getAsLong();
    Ear ear = new Ear(listener);
    Optional<ModelAnswer> answered = Optional.empty();
    try {
      ModelAnswer answer = model.ask(request.withRemarks(named(id)), ear, cancellation);
      answered = Optional.of(answer);
      return answer;
    } catch (ModelException e) {
      ear.fault = Optional.of(e.fault());
      throw e;
    } finally {
      record(id, request, ear, answered, ticker.getAsLong() - start);
    }
  }

  private static JsonObject named(String id) {
    return JsonObject.builder().put(CallRecord.ID, id).build();
  }

  private void record(
      String id,
      ModelRequest request,
      Ear ear,
      Optional<ModelAnswer> answered,
      long durationNanos) {
    ModelIdentity who = model.identity();
    recording.record(
        new Measured(
            OperationType.LLM_CALL,
            "agent_call_" + id,
            who.name(),
            Origin.current().map(Origin::session),
            durationNanos,
            wall.instant().toEpochMilli() / MILLIS_PER_SECOND,
            answered.isEmpty(),
            about(request, who, ear, answered)));
  }

  private static JsonObject about(
      ModelRequest request, ModelIdentity who, Ear ear, Optional<ModelAnswer> answered) {
    int calls = answered.map(answer -> answer.calls().size()).orElse(0);
    JsonObject.Builder about =
        JsonObject.builder()
            .put("has_tool_calls", calls > 0)
            .put("tool_count", calls)
            .put("message_count", request.messages().size())
            .put("purpose", request.purpose())
            .put("provider", who.provider())
            .put("urgent", request.urgent())
            .put("retries", ear.retries)
            .put("rate_limited", ear.limited());
    ear.fault.ifPresent(fault -> about.put("fault", fault.name()));
    return about
        .build()
        .merge(request.remarks())
        .merge(answered.map(CallReport::of).orElse(JsonObject.EMPTY));
  }

  /** Passes on what is heard and counts the tries that failed. */
  private static final class Ear implements ModelListener {

    private final ModelListener listener;
    private int retries;
    private int limits;
    private Optional<ModelFault> fault = Optional.empty();

    private Ear(ModelListener listener) {
      this.listener = listener;
    }

    private int limited() {
      boolean last = fault.filter(ModelFault.RATE_LIMITED::equals).isPresent();
      return limits + (last ? 1 : 0);
    }

    @Override
    public void text(String piece) {
      listener.text(piece);
    }

    @Override
    public void call(ToolCall call) {
      listener.call(call);
    }

    @Override
    public void phase(Phase phase) {
      listener.phase(phase);
    }

    @Override
    public void retrying(ModelException failure) {
      retries++;
      limits += failure.fault() == ModelFault.RATE_LIMITED ? 1 : 0;
      listener.retrying(failure);
    }
  }
}
