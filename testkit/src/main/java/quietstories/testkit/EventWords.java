package quietstories.testkit;

import java.util.ArrayList;
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

  static String finish(String reason, String delta) {
    return choice(delta, quoted(reason));
  }

  /** Returns the deltas of calls, cut and numbered in their style. */
  static List<String> calls(SpokenCalls spoken) {
    List<List<String>> each = new ArrayList<>();
    for (int i = 0; i < spoken.calls().size(); i++) {
      each.add(pieces(spoken.calls().get(i), i, spoken.style()));
    }
    if (spoken.style() != SpokenCalls.Style.INTERLEAVED) {
      return each.stream().flatMap(List::stream).toList();
    }
    List<String> mixed = new ArrayList<>();
    int longest = each.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < longest; i++) {
      for (List<String> pieces : each) {
        if (i < pieces.size()) {
          mixed.add(pieces.get(i));
        }
      }
    }
    return mixed;
  }

  /** Returns one delta with all calls whole, without numbers. */
  static String wholeCalls(SpokenCalls spoken) {
    return JsonObject.of("tool_calls", listed(spoken)).write();
  }

  private static JsonArray listed(SpokenCalls spoken) {
    return new JsonArray(
        spoken.calls().stream()
            .<Json>map(call -> call(-1, call.id(), call.name(), call.arguments()))
            .toList());
  }

  private static List<String> pieces(SpokenCalls.Call call, int place, SpokenCalls.Style style) {
    int number =
        switch (style) {
          case ALL_ZERO -> 0;
          case FROM_ONE -> place + 1;
          default -> place;
        };
    String again = style == SpokenCalls.Style.NAME_IN_EVERY_PIECE ? call.name() : "";
    String first = style == SpokenCalls.Style.PLACEHOLDERS ? "{}" : "";
    List<String> pieces = new ArrayList<>();
    pieces.add(delta(call(number, call.id(), call.name(), first)));
    Pieces.of(call.arguments()).forEach(piece -> pieces.add(delta(call(number, "", again, piece))));
    return pieces;
  }

  private static String delta(JsonObject call) {
    return JsonObject.of("tool_calls", JsonArray.of(call)).write();
  }

  private static JsonObject call(int number, String id, String name, String arguments) {
    JsonObject.Builder call = JsonObject.builder();
    if (number >= 0) {
      call.put("index", number);
    }
    if (!id.isEmpty()) {
      call.put("id", id).put("type", "function");
    }
    JsonObject.Builder function = JsonObject.builder();
    if (!name.isEmpty()) {
      function.put("name", name);
    }
    return call.put("function", function.put("arguments", arguments).build()).build();
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
    if (!speech.calls().calls().isEmpty()) {
      message.put("tool_calls", listed(speech.calls()));
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

  static String choice(String delta, String finish) {
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
