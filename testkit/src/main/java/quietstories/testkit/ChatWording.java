package quietstories.testkit;

import java.util.ArrayList;
import java.util.List;
import quietstories.json.JsonObject;

/** The chat-completions protocol. */
final class ChatWording implements Wording {

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
    List<String> events = new ArrayList<>();
    if (speech.style().emptyChoices()) {
      events.add(EventWords.noChoices());
    }
    if (speech.style().nullFirst()) {
      events.add(EventWords.role());
    }
    speech.reasoning().forEach(thought -> events.add(EventWords.reasoning(thought)));
    return events;
  }

  @Override
  public List<String> text(String piece) {
    return List.of(EventWords.text(piece));
  }

  @Override
  public List<String> end(Speech speech, JsonObject request) {
    boolean inLast = speech.calls().style() == SpokenCalls.Style.LAST_EVENT;
    List<String> events = new ArrayList<>();
    if (!inLast) {
      EventWords.calls(speech.calls())
          .forEach(delta -> events.add(EventWords.choice(delta, "null")));
    }
    if (speech.style().finishReason()) {
      boolean calls = !speech.calls().calls().isEmpty();
      String reason = calls && speech.finish().equals("stop") ? "tool_calls" : speech.finish();
      events.add(EventWords.finish(reason, inLast ? EventWords.wholeCalls(speech.calls()) : "{}"));
    }
    boolean wanted =
        request
            .object("stream_options")
            .flatMap(options -> options.flag("include_usage"))
            .orElse(false);
    if (wanted) {
      speech.usage().ifPresent(usage -> events.add(EventWords.usage(usage)));
    }
    return events;
  }

  @Override
  public List<String> done(Speech speech) {
    return speech.style().done() ? List.of("[DONE]") : List.of();
  }

  @Override
  public String error(JsonObject error) {
    return "{\"error\":" + error.write() + "}";
  }

  @Override
  public String frame(String event) {
    return "data: " + event + "\n\n";
  }

  @Override
  public String nothing() {
    return ": still here\n\n";
  }

  @Override
  public String whole(Speech speech) {
    return EventWords.whole(speech);
  }
}
