package quietstories.providers;

import java.util.Optional;
import java.util.OptionalInt;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.model.ModelAnswer.Finish;

/** Reads an answer in the chat-completions protocol, streamed or whole. */
final class ChatReader implements StreamedObjects.Reader {

  private final Arriving answer;
  private boolean streamed;

  ChatReader(Arriving answer) {
    this.answer = answer;
  }

  @Override
  public boolean isLast(JsonObject event) {
    Dialect.refuseError(event);
    event.object("usage").ifPresent(this::usage);
    event.array("choices").stream()
        .flatMap(JsonArray::objects)
        .filter(choice -> choice.integer("index").orElse(0) == 0)
        .forEach(this::choice);
    return false;
  }

  private void choice(JsonObject choice) {
    Optional<JsonObject> delta = choice.object("delta");
    streamed |= delta.isPresent();
    // why: some servers end a stream with the whole message, which was told already.
    delta.or(() -> streamed ? Optional.empty() : choice.object("message")).ifPresent(this::message);
    choice.text("finish_reason").ifPresent(reason -> answer.finish(finish(reason)));
  }

  private void message(JsonObject message) {
    if (message.text("reasoning_content").or(() -> message.text("reasoning")).isPresent()) {
      answer.thought();
    }
    message.text("content").ifPresent(answer::text);
    message.array("tool_calls").stream().flatMap(JsonArray::objects).forEach(this::call);
  }

  private void call(JsonObject call) {
    JsonObject function = call.object("function").orElse(JsonObject.builder().build());
    answer.call(
        call.integer("index").orElse(0),
        call.text("id").orElse(""),
        function.text("name").orElse(""),
        arguments(function));
  }

  /** Arguments are text by the protocol; some servers send the object itself. */
  private static String arguments(JsonObject function) {
    return function
        .text("arguments")
        .or(() -> function.object("arguments").map(Json::write))
        .orElse("");
  }

  private static Finish finish(String reason) {
    return switch (reason) {
      case "length" -> Finish.LENGTH;
      case "content_filter" -> Finish.FILTERED;
      default -> Finish.STOP;
    };
  }

  private void usage(JsonObject found) {
    answer.usage(
        Dialect.count(found, "prompt_tokens"),
        found
            .object("prompt_tokens_details")
            .map(details -> Dialect.count(details, "cached_tokens"))
            .orElse(OptionalInt.empty()),
        Dialect.count(found, "completion_tokens"));
  }
}
