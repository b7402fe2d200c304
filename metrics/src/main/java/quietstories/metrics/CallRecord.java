package quietstories.metrics;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonNull;
import quietstories.json.JsonObject;
import quietstories.model.Cancellation;
import quietstories.model.ChatModel;
import quietstories.model.Message;
import quietstories.model.ModelAnswer;
import quietstories.model.ModelException;
import quietstories.model.ModelIdentity;
import quietstories.model.ModelListener;
import quietstories.model.ModelRequest;
import quietstories.model.TokenUsage;
import quietstories.model.ToolCall;
import quietstories.model.ToolSpec;

/**
 * A model whose calls leave a line in the log when they start and when they end, well or badly.
 * What was said goes along as content, which is written only where that was switched on. The lines
 * carry the id under which {@link MeasuredModel}, around it, measures the call.
 */
public final class CallRecord extends WatchedModel {

  /** The remark of a request that names its call. */
  static final String ID = "call_id";

  private static final Logger LOG = LoggerFactory.getLogger("quietstories.LLM");
  private static final double NANOS_PER_MILLI = 1e6;

  private final LongSupplier ticker;

  /**
   * Creates a view of {@code model} that is logged.
   *
   * @param ticker nanoseconds of a monotonic clock
   */
  public CallRecord(ChatModel model, LongSupplier ticker) {
    super(model);
    this.ticker = ticker;
  }

  @Override
  public ModelAnswer ask(ModelRequest request, ModelListener listener, Cancellation cancellation) {
    String id = request.remarks().text(ID).orElse("");
    ModelIdentity who = model.identity();
    started(id, who, request);
    long start = ticker.getAsLong();
    try {
      ModelAnswer answer = model.ask(request, listener, cancellation);
      completed(id, who, request, answer, millisSince(start));
      return answer;
    } catch (ModelException e) {
      line(Level.WARN, id, who)
          .addKeyValue("purpose", request.purpose())
          .addKeyValue("duration_ms", millisSince(start))
          .addKeyValue("error", e.fault().name().toLowerCase(Locale.ROOT))
          .addKeyValue("error_type", e.getClass().getSimpleName())
          .log("[LLM] Call failed: {}", who.name());
      throw e;
    }
  }

  private static void started(String id, ModelIdentity who, ModelRequest request) {
    List<Message> messages = request.messages();
    List<String> roles = messages.stream().map(message -> lower(message.role())).toList();
    line(Level.INFO, id, who)
        .addKeyValue("purpose", request.purpose())
        .addKeyValue("message_count", messages.size())
        .addKeyValue("message_types", JsonArray.ofTexts(roles))
        .addKeyValue(
            "total_input_chars",
            messages.stream().mapToLong(message -> message.text().length()).sum())
        .addKeyValue("temperature", number(request.temperature()))
        .addKeyValue("max_tokens", number(request.maxTokens()))
        .addKeyValue("tool_count", request.tools().size())
        // why: written out by the log's own thread, and only where content is wanted.
        .addKeyValue("message_details", new Late(() -> details(messages)))
        .addKeyValue("tool_details", new Late(() -> tools(request.tools())))
        .addKeyValue("request_params", params(request))
        .log("[LLM] Call started: {}", who.name());
  }

  private static void completed(
      String id, ModelIdentity who, ModelRequest request, ModelAnswer answer, double millis) {
    List<String> calls = answer.calls().stream().map(ToolCall::name).toList();
    line(Level.INFO, id, who)
        .addKeyValue("purpose", request.purpose())
        .addKeyValue("duration_ms", millis)
        .addKeyValue("response_chars", answer.text().length())
        .addKeyValue("response_content", answer.text())
        .addKeyValue("response_type", lower(answer.finish()))
        .addKeyValue("tool_calls", JsonArray.ofTexts(calls))
        .addKeyValue("usage", usage(answer.usage()))
        .log("[LLM] Call completed: {} ({}ms)", who.name(), millis);
  }

  private static LoggingEventBuilder line(Level level, String id, ModelIdentity who) {
    return LOG.atLevel(level)
        .addKeyValue("component", "LLM")
        .addKeyValue(ID, id)
        .addKeyValue("model", who.name())
        .addKeyValue("provider", who.provider());
  }

  /** Text that is made when it is written. */
  private record Late(Supplier<Json> json) {

    @Override
    public String toString() {
      return json.get().write();
    }
  }

  private static Json details(List<Message> messages) {
    return new JsonArray(
        messages.stream()
            .<Json>map(
                message ->
                    JsonObject.builder()
                        .put("role", lower(message.role()))
                        .put("content", message.text())
                        .build())
            .toList());
  }

  private static Json tools(List<ToolSpec> tools) {
    return JsonArray.ofTexts(tools.stream().map(ToolSpec::name).toList());
  }

  private static JsonObject params(ModelRequest request) {
    return JsonObject.builder()
        .put("stream", true)
        .put("urgent", request.urgent())
        .put("schema", request.schema().isPresent())
        .put("stable_messages", request.stableMessages())
        .build();
  }

  private static JsonObject usage(TokenUsage usage) {
    return JsonObject.builder()
        .put("input_tokens", number(usage.input()))
        .put("cached_tokens", number(usage.cached()))
        .put("output_tokens", number(usage.output()))
        .build();
  }

  private static Json number(OptionalDouble value) {
    return value.isPresent() ? Json.of(value.getAsDouble()) : JsonNull.NULL;
  }

  private static Json number(OptionalInt value) {
    return value.isPresent() ? Json.of(value.getAsInt()) : JsonNull.NULL;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private double millisSince(long start) {
    return Math.round((ticker.getAsLong() - start) / NANOS_PER_MILLI * 100) / 100.0;
  }
}
