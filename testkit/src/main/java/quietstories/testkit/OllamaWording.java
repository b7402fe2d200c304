package quietstories.testkit;

import java.util.List;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonLimits;
import quietstories.json.JsonObject;
import quietstories.json.JsonReader;

/** Ollama's own protocol: an object a line, every call whole and in the last but one. */
final class OllamaWording implements Wording {

  @Override
  public String mediaType() {
    return "application/x-ndjson";
  }

  @Override
  public boolean isStreamed(JsonObject request) {
    return request.flag("stream").orElse(true);
  }

  @Override
  public List<String> begin(Speech speech) {
    return speech.reasoning().stream()
        .map(thought -> event(message("").put("thinking", thought).build()))
        .toList();
  }

  @Override
  public List<String> text(String piece) {
    return List.of(event(message(piece).build()));
  }

  @Override
  public List<String> end(Speech speech, JsonObject request) {
    return List.of();
  }

  /** The last line has everything at once: the calls, the reason and the counts. */
  @Override
  public List<String> done(Speech speech) {
    return speech.style().finishReason() ? List.of(last(speech, "")) : List.of();
  }

  private static String last(Speech speech, String text) {
    JsonObject.Builder message = message(text);
    if (!speech.calls().calls().isEmpty()) {
      message.put(
          "tool_calls",
          new JsonArray(speech.calls().calls().stream().<Json>map(OllamaWording::call).toList()));
    }
    JsonObject.Builder last =
        JsonObject.builder()
            .put("model", "test-model")
            .put("message", message.build())
            .put("done", true)
            .put("done_reason", speech.finish());
    speech
        .usage()
        .ifPresent(
            usage ->
                last.put("prompt_eval_count", usage.input()).put("eval_count", usage.output()));
    return last.build().write();
  }

  private static JsonObject call(SpokenCalls.Call call) {
    JsonObject function =
        JsonObject.builder()
            .put("name", call.name())
            .put("arguments", JsonReader.read(call.arguments(), JsonLimits.LENIENT))
            .build();
    return JsonObject.of("function", function);
  }

  private static JsonObject.Builder message(String text) {
    return JsonObject.builder().put("role", "assistant").put("content", text);
  }

  private static String event(JsonObject message) {
    return JsonObject.builder()
        .put("model", "test-model")
        .put("message", message)
        .put("done", false)
        .build()
        .write();
  }

  @Override
  public String error(JsonObject error) {
    return JsonObject.builder().put("error", error.text("message").orElse("error")).build().write();
  }

  @Override
  public String frame(String event) {
    return event + "\n";
  }

  @Override
  public String nothing() {
    return "\n";
  }

  @Override
  public String whole(Speech speech) {
    return last(speech, speech.text());
  }
}
