package quietstories.engine;

import java.util.Locale;
import java.util.OptionalInt;
import quietstories.json.JsonObject;
import quietstories.model.ModelAnswer;
import quietstories.model.ModelTiming;
import quietstories.model.TokenUsage;

/** What is told of an answered model call, in timelines and in measurements alike. */
public final class CallReport {

  private CallReport() {}

  /**
   * Returns where the call's time went ({@code queue_ms}, {@code connect_ms}, {@code prefill_ms}
   * until the first token, {@code generation_ms}), its tokens and why it ended; what is not known
   * is left out.
   */
  public static JsonObject of(ModelAnswer answer) {
    ModelTiming timing = answer.timing();
    long ready = timing.connected().orElse(timing.sent());
    JsonObject.Builder about =
        JsonObject.builder()
            .put("finish", answer.finish().name().toLowerCase(Locale.ROOT))
            .put("queue_ms", Span.millis(timing.sent() - timing.start()));
    if (timing.connected().isPresent()) {
      about.put("connect_ms", Span.millis(ready - timing.sent()));
    }
    if (timing.firstToken().isPresent()) {
      long first = timing.firstToken().getAsLong();
      about.put("prefill_ms", Span.millis(first - ready));
      about.put("generation_ms", Span.millis(timing.end() - first));
    }
    return tokens(about, answer.usage()).build();
  }

  private static JsonObject.Builder tokens(JsonObject.Builder about, TokenUsage usage) {
    put(about, "input_tokens", usage.input());
    put(about, "cached_tokens", usage.cached());
    put(about, "output_tokens", usage.output());
    return about;
  }

  private static void put(JsonObject.Builder about, String name, OptionalInt value) {
    if (value.isPresent()) {
      about.put(name, value.getAsInt());
    }
  }
}
