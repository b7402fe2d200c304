package quietstories.providers;

import java.util.ArrayList;
import java.util.List;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.model.Message;
import quietstories.model.ModelRequest;
import quietstories.model.Role;

/**
 * A conversation as the Messages API wants it: the system text apart, then user and assistant in
 * strict turns, beginning with the user; tools' results in a user's message, before any text.
 *
 * @param system the blocks of the system text, empty if there is none
 */
record AnthropicMessages(JsonArray system, JsonArray messages) {

  /** Tells that everything up to here will come again. */
  static final JsonObject MARK = JsonObject.builder().put("type", "ephemeral").build();

  private static final String OPENING = "Begin.";

  static AnthropicMessages of(ModelRequest request) {
    int first = 0;
    List<Message> all = request.messages();
    while (first < all.size() && all.get(first).role() == Role.SYSTEM) {
      first++;
    }
    List<Json> system = new ArrayList<>();
    for (int i = 0; i < first; i++) {
      boolean mark = request.stableMessages() > 0 && i == first - 1;
      text(all.get(i).text(), system);
      mark(system, mark);
    }
    return new AnthropicMessages(
        new JsonArray(system), turns(all, first, request.stableMessages()));
  }

  private static JsonArray turns(List<Message> all, int first, int stable) {
    List<Json> turns = new ArrayList<>();
    List<Json> blocks = new ArrayList<>();
    boolean assistant = false;
    if (first == all.size() || all.get(first).role() == Role.ASSISTANT) {
      text(OPENING, blocks);
    }
    for (int i = first; i < all.size(); i++) {
      Message message = all.get(i);
      boolean next = message.role() == Role.ASSISTANT;
      if (next != assistant) {
        close(turns, assistant, blocks);
        blocks = new ArrayList<>();
        assistant = next;
      }
      blocks(message, blocks);
      mark(blocks, i == stable - 1);
    }
    close(turns, assistant, blocks);
    return new JsonArray(turns);
  }

  private static void close(List<Json> turns, boolean assistant, List<Json> blocks) {
    if (!blocks.isEmpty()) {
      turns.add(
          JsonObject.builder()
              .put("role", assistant ? "assistant" : "user")
              .put("content", new JsonArray(blocks))
              .build());
    }
  }

  private static void blocks(Message message, List<Json> blocks) {
    if (message.answered().isPresent()) {
      blocks.add(
          JsonObject.builder()
              .put("type", "tool_result")
              .put("tool_use_id", message.answered().get())
              .put("content", message.text())
              .build());
      return;
    }
    text(message.text(), blocks);
    message.calls().stream()
        .map(
            call ->
                JsonObject.builder()
                    .put("type", "tool_use")
                    .put("id", call.id())
                    .put("name", call.name())
                    .put("input", Dialect.arguments(call))
                    .build())
        .forEach(blocks::add);
  }

  /** Blank blocks are refused. */
  private static void text(String text, List<Json> blocks) {
    if (!text.isBlank()) {
      blocks.add(JsonObject.builder().put("type", "text").put("text", text).build());
    }
  }

  private static void mark(List<Json> blocks, boolean mark) {
    if (mark && !blocks.isEmpty() && blocks.getLast() instanceof JsonObject block) {
      blocks.set(blocks.size() - 1, block.with("cache_control", MARK));
    }
  }
}
