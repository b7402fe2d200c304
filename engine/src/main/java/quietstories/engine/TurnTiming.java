package quietstories.engine;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import quietstories.json.Json;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;

/**
 * Where a turn's time went, in milliseconds from the arrival of its input. What did not happen is
 * empty.
 *
 * @param firstVisibleText when the listener was given the first text; empty on a plain answer
 * @param reply when the turn was committed
 * @param modelMs the union of all intervals in which a model was asked
 * @param toolMs the union of all intervals in which a tool ran
 * @param overheadMs the reply's time in which neither a model nor a tool was at work
 */
public record TurnTiming(
    OptionalDouble verdict,
    OptionalDouble firstToken,
    OptionalDouble firstVisibleText,
    double reply,
    int modelCalls,
    OptionalDouble modelMs,
    OptionalDouble toolMs,
    double overheadMs,
    OptionalInt inputTokens,
    OptionalInt cachedTokens,
    OptionalInt outputTokens) {

  /** Returns the form that the public interface shows. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .putOrNull("time_to_verdict_ms", number(verdict))
        .putOrNull("time_to_first_token_ms", number(firstToken))
        .putOrNull("time_to_first_visible_text_ms", number(firstVisibleText))
        .put("reply_ms", rounded(reply))
        .put("model_calls", modelCalls)
        .putOrNull("model_ms", number(modelMs))
        .putOrNull("tool_ms", number(toolMs))
        .put("overhead_ms", rounded(overheadMs))
        .putOrNull("input_tokens", number(inputTokens))
        .putOrNull("cached_tokens", number(cachedTokens))
        .putOrNull("output_tokens", number(outputTokens))
        .build();
  }

  /** Reads the form that {@link #toJson} writes. */
  public static TurnTiming from(JsonObject json) {
    return new TurnTiming(
        decimal(json, "time_to_verdict_ms"),
        decimal(json, "time_to_first_token_ms"),
        decimal(json, "time_to_first_visible_text_ms"),
        decimal(json, "reply_ms").orElse(0),
        (int) json.integer("model_calls").orElse(0),
        decimal(json, "model_ms"),
        decimal(json, "tool_ms"),
        decimal(json, "overhead_ms").orElse(0),
        integer(json, "input_tokens"),
        integer(json, "cached_tokens"),
        integer(json, "output_tokens"));
  }

  private static OptionalDouble decimal(JsonObject json, String key) {
    Optional<JsonNumber> number = json.number(key);
    return number.isPresent() ? OptionalDouble.of(number.get().value()) : OptionalDouble.empty();
  }

  private static OptionalInt integer(JsonObject json, String key) {
    OptionalDouble number = decimal(json, key);
    return number.isPresent() ? OptionalInt.of((int) number.getAsDouble()) : OptionalInt.empty();
  }

  private static Optional<Json> number(OptionalDouble value) {
    return value.isPresent()
        ? Optional.of(Json.of(rounded(value.getAsDouble())))
        : Optional.empty();
  }

  private static Optional<Json> number(OptionalInt value) {
    return value.isPresent() ? Optional.of(Json.of(value.getAsInt())) : Optional.empty();
  }

  /** Microseconds are the finest that a clock shared with an operating system is good for. */
  private static double rounded(double milliseconds) {
    return Math.round(milliseconds * 1_000) / 1_000.0;
  }
}
