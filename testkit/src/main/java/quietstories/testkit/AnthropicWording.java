package quietstories.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonLimits;
import quietstories.json.JsonObject;
import quietstories.json.JsonReader;

/** Anthropic's Messages API. */
final class AnthropicWording implements Wording {

  @Override
  public String mediaType() {
    return "text/event-stream";
  }

  @Override
  public boolean isStreamed(JsonObject request) {
    return request.flag("stream").orElse(false);
  }

  @Override
  public List<String> begin(Speech speech) {
    JsonObject message =
        JsonObject.builder()
            .put("id", "msg_test")
            .put("role", "assistant")
            .put("content", JsonArray.EMPTY)
            .put("usage", input(speech.usage()))
            .build();
    List<String> events = new ArrayList<>();
    events.add(typed("message_start").put("message", message).build().write());
    events.add(typed("ping").build().write());
    for (String thought : speech.reasoning()) {
      events.add(delta(0, typed("thinking_delta").put("thinking", thought).build()));
    }
    events.add(start(0, typed("text").put("text", "").build()));
    return events;
  }

  @Override
  public List<String> text(String piece) {
    return List.of(delta(0, typed("text_delta").put("text", piece).build()));
  }

  @Override
  public List<String> end(Speech speech, JsonObject request) {
    List<String> events = new ArrayList<>();
    events.add(typed("content_block_stop").put("index", 0).build().write());
    int index = 1;
    for (SpokenCalls.Call call : speech.calls().calls()) {
      events.add(start(index, block(call, JsonObject.EMPTY)));
      for (String piece : Pieces.of(call.arguments())) {
        events.add(delta(index, typed("input_json_delta").put("partial_json", piece).build()));
      }
      events.add(typed("content_block_stop").put("index", index).build().write());
      index++;
    }
    if (speech.style().finishReason()) {
      JsonObject.Builder event =
          typed("message_delta")
              .put("delta", JsonObject.of("stop_reason", Json.of(reason(speech))));
      speech
          .usage()
          .ifPresent(
              usage ->
                  event.put(
                      "usage", JsonObject.builder().put("output_tokens", usage.output()).build()));
      events.add(event.build().write());
    }
    return events;
  }

  @Override
  public List<String> done(Speech speech) {
    return speech.style().done() ? List.of(typed("message_stop").build().write()) : List.of();
  }

  @Override
  public String error(JsonObject error) {
    return typed("error").put("error", error).build().write();
  }

  @Override
  public String frame(String event) {
    return "event: any\ndata: " + event + "\n\n";
  }

  @Override
  public String nothing() {
    return ": still here\n\n";
  }

  @Override
  public String whole(Speech speech) {
    List<Json> blocks = new ArrayList<>();
    blocks.add(typed("text").put("text", speech.text()).build());
    speech
        .calls()
        .calls()
        .forEach(
            call -> blocks.add(block(call, JsonReader.read(call.arguments(), JsonLimits.LENIENT))));
    return typed("message")
        .put("content", new JsonArray(blocks))
        .put("stop_reason", reason(speech))
        .put("usage", input(speech.usage()))
        .build()
        .write();
  }

  private static String reason(Speech speech) {
    return switch (speech.finish()) {
      case "length" -> "max_tokens";
      case "content_filter" -> "refusal";
      default -> speech.calls().calls().isEmpty() ? "end_turn" : "tool_use";
    };
  }

  /** What comes from the cache is counted apart. */
  private static JsonObject input(Optional<ReportedUsage> usage) {
    JsonObject.Builder counts = JsonObject.builder();
    usage.ifPresent(
        report -> {
          int cached = report.cached().orElse(0);
          counts.put("input_tokens", report.input() - cached).put("output_tokens", 1);
          report.cached().ifPresent(count -> counts.put("cache_read_input_tokens", count));
        });
    return counts.build();
  }

  private static JsonObject block(SpokenCalls.Call call, Json input) {
    return typed("tool_use")
        .put("id", call.id().isEmpty() ? "toolu_" + call.name() : call.id())
        .put("name", call.name())
        .put("input", input)
        .build();
  }

  private static String start(int index, JsonObject block) {
    return typed("content_block_start")
        .put("index", index)
        .put("content_block", block)
        .build()
        .write();
  }

  private static String delta(int index, JsonObject delta) {
    return typed("content_block_delta").put("index", index).put("delta", delta).build().write();
  }

  private static JsonObject.Builder typed(String type) {
    return JsonObject.builder().put("type", type);
  }
}
