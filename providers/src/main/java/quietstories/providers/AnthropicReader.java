package quietstories.providers;

import java.util.OptionalInt;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.model.ModelAnswer.Finish;

/** Reads an answer of the Messages API, streamed or whole. */
final class AnthropicReader implements StreamedObjects.Reader {

  private final Arriving answer;
  private final boolean inputIsText;

  /**
   * Creates a reader.
   *
   * @param inputIsText whether what a tool is called with is the answer itself
   */
  AnthropicReader(Arriving answer, boolean inputIsText) {
    this.answer = answer;
    this.inputIsText = inputIsText;
  }

  @Override
  public boolean isLast(JsonObject event) {
    Dialect.refuseError(event);
    switch (event.text("type").orElse("")) {
      case "message_start" ->
          event
              .object("message")
              .flatMap(message -> message.object("usage"))
              .ifPresent(this::usage);
      case "content_block_start" ->
          event.object("content_block").ifPresent(block -> block(number(event), block, false));
      case "content_block_delta" ->
          event.object("delta").ifPresent(delta -> delta(number(event), delta));
      case "message_delta" -> end(event.object("delta").orElse(event), event);
      case "message" -> {
        whole(event);
        return true;
      }
      case "message_stop" -> {
        return true;
      }
      default -> {
        // why: pings and kinds that may come to be say nothing that is wanted here.
      }
    }
    return false;
  }

  private static long number(JsonObject event) {
    return event.integer("index").orElse(0);
  }

  private void whole(JsonObject message) {
    long number = 0;
    for (JsonObject block :
        message.array("content").stream().flatMap(JsonArray::objects).toList()) {
      block(number++, block, true);
    }
    end(message, message);
  }

  private void block(long number, JsonObject block, boolean whole) {
    switch (block.text("type").orElse("")) {
      case "text" -> block.text("text").ifPresent(answer::text);
      case "tool_use" -> {
        String input = whole ? block.object("input").map(Json::write).orElse("{}") : "";
        call(number, block.text("id").orElse(""), block.text("name").orElse(""), input);
      }
      case "thinking", "redacted_thinking" -> answer.thought();
      default -> {
        // why: other blocks are the vendor's own affair.
      }
    }
  }

  private void delta(long number, JsonObject delta) {
    switch (delta.text("type").orElse("")) {
      case "text_delta" -> delta.text("text").ifPresent(answer::text);
      case "input_json_delta" ->
          delta.text("partial_json").ifPresent(piece -> call(number, "", "", piece));
      case "thinking_delta" -> answer.thought();
      default -> {
        // why: signatures and citations are not told.
      }
    }
  }

  private void call(long number, String id, String name, String input) {
    if (inputIsText) {
      answer.text(input);
    } else {
      answer.call(number, id, name, input);
    }
  }

  private void end(JsonObject delta, JsonObject event) {
    event.object("usage").ifPresent(this::usage);
    delta
        .text("stop_reason")
        .ifPresent(
            reason ->
                answer.finish(
                    switch (reason) {
                      case "max_tokens", "model_context_window_exceeded" -> Finish.LENGTH;
                      case "refusal" -> Finish.FILTERED;
                      default -> Finish.STOP;
                    }));
  }

  /** This API counts what was read from the cache, or written to it, beside the rest. */
  private void usage(JsonObject usage) {
    OptionalInt fresh = Dialect.count(usage, "input_tokens");
    OptionalInt cached = Dialect.count(usage, "cache_read_input_tokens");
    int written = Dialect.count(usage, "cache_creation_input_tokens").orElse(0);
    OptionalInt input =
        fresh.isPresent()
            ? OptionalInt.of(fresh.getAsInt() + cached.orElse(0) + written)
            : OptionalInt.empty();
    answer.usage(input, cached, Dialect.count(usage, "output_tokens"));
  }
}
