package quietstories.testkit;

import java.util.List;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonNull;
import quietstories.json.JsonObject;

/** The JSON of the events of a chat-completions stream. */
final class EventWords {

  private static final String HEAD =
      "{\"id\":\"chatcmpl-test\",\"object\":\"chat.completion.chunk\",\"created\":1760000000,"
          + "\"model\":\"test-model\",\"choices\":[";

  private EventWords() {}

  static String role() {
    JsonObject delta =
        JsonObject.builder().put("role", "assistant").put("content", JsonNull.NULL).build();
    return choice(delta.write(), "null");
  }

  static String text(String piece) {
    return choice("{\"content\":" + quoted(piece) + "}", "null");
  }

  static String reasoning(String piece) {
    return choice("{\"reasoning_content\":" + quoted(piece) + "}", "null");
  }

  static String finish(String reason) {
    return choice("{}", quoted(reason));
  }

  static String usage(ReportedUsage usage) {
    return HEAD + "],\"usage\":" + usage.json().write() + "}";
  }

  static String noChoices() {
    return HEAD + "]}";
  }

  static String whole(Speech speech) {
    JsonObject.Builder message =
        JsonObject.builder().put("role", "assistant").put("content", speech.text());
    List<String> thoughts = speech.reasoning();
    if (!thoughts.isEmpty()) {
      message.put("reasoning_content", String.join("", thoughts));
    }
    JsonObject choice =
        JsonObject.builder()
            .put("index", 0)
            .put("message", message.build())
            .put("finish_reason", speech.finish())
            .build();
    JsonObject.Builder answer =
        JsonObject.builder()
            .put("id", "chatcmpl-test")
            .put("object", "chat.completion")
            .put("created", 1_760_000_000)
            .put("model", "test-model")
            .put("choices", JsonArray.of(choice));
    speech.usage().ifPresent(usage -> answer.put("usage", usage.json()));
    return answer.build().write();
  }

  static String models(ServerTraits traits) {
    List<Json> models =
        traits.models().stream()
            .<Json>map(
                name ->
                    JsonObject.builder()
                        .put("id", name)
                        .put("object", "model")
                        .put("owned_by", traits.ownedBy())
                        .build())
            .toList();
    return JsonObject.builder()
        .put("object", "list")
        .put("data", new JsonArray(models))
        .build()
        .write();
  }

  private static String choice(String delta, String finish) {
    return HEAD + "{\"index\":0,\"delta\":" + delta + ",\"finish_reason\":" + finish + "}]}";
  }

  /** Returns a JSON string; half a surrogate pair is escaped, since UTF-8 cannot hold it. */
  private static String quoted(String text) {
    String plain = Json.of(text).write();
    StringBuilder quoted = new StringBuilder(plain.length());
    plain
        .codePoints()
        .forEach(
            c -> {
              if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                quoted.append(String.format("\\u%04x", c));
              } else {
                quoted.appendCodePoint(c);
              }
            });
    return quoted.toString();
  }
}
