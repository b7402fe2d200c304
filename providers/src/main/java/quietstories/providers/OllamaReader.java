package quietstories.providers;

import java.util.OptionalInt;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.model.ModelAnswer.Finish;

/** Reads an answer in Ollama's own protocol: an object a line, all calls in the last of them. */
final class OllamaReader implements StreamedObjects.Reader {

  private final Arriving answer;
  private long calls;

  OllamaReader(Arriving answer) {
    this.answer = answer;
  }

  @Override
  public boolean isLast(JsonObject event) {
    Dialect.refuseError(event);
    event.object("message").ifPresent(this::message);
    boolean last = event.flag("done").orElse(false);
    if (last) {
      answer.usage(
          Dialect.count(event, "prompt_eval_count"),
          OptionalInt.empty(),
          Dialect.count(event, "eval_count"));
      boolean cut = event.text("done_reason").orElse("").equals("length");
      answer.finish(cut ? Finish.LENGTH : Finish.STOP);
    }
    return last;
  }

  private void message(JsonObject message) {
    if (!message.text("thinking").orElse("").isEmpty()) {
      answer.thought();
    }
    message.text("content").ifPresent(answer::text);
    message.array("tool_calls").stream().flatMap(JsonArray::objects).forEach(this::call);
  }

  /** A call comes whole, so each is one of its own, whatever its number. */
  private void call(JsonObject call) {
    call.object("function")
        .ifPresent(
            function ->
                answer.call(
                    calls++,
                    call.text("id").orElse(""),
                    function.text("name").orElse(""),
                    function.member("arguments").map(Json::write).orElse("{}")));
  }
}
