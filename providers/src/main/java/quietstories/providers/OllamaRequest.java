package quietstories.providers;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.model.Message;
import quietstories.model.ModelIdentity;
import quietstories.model.ModelRequest;
import quietstories.model.ToolCall;
import quietstories.model.ToolSpec;

/** Writes a request in Ollama's own protocol. */
final class OllamaRequest {

  static final int SMALLEST_CONTEXT = 4_096;

  private static final int LARGEST_CONTEXT = 131_072;
  private static final double TEMPERATURE = 0.7;
  private static final int ANSWER_TOKENS = 1_024;

  /** Few languages have fewer characters to a token, so the context is rather too large. */
  private static final int CHARACTERS_PER_TOKEN = 3;

  /** The model stays loaded over a long pause of the player's. */
  private static final String KEEP_ALIVE = "30m";

  private OllamaRequest() {}

  static JsonObject write(ModelRequest request, ModelIdentity model, int context) {
    JsonObject.Builder options =
        JsonObject.builder()
            .put("num_ctx", context)
            .put("temperature", request.temperature().orElse(TEMPERATURE));
    request.maxTokens().ifPresent(count -> options.put("num_predict", count));
    JsonObject.Builder body =
        JsonObject.builder()
            .put("model", model.name())
            .put("messages", messages(request))
            .put("stream", true)
            .put("keep_alive", KEEP_ALIVE)
            .put("options", options.build());
    if (!request.tools().isEmpty() && request.mayCall()) {
      body.put(
          "tools", new JsonArray(request.tools().stream().<Json>map(ChatRequest::tool).toList()));
    } else {
      request.schema().ifPresent(schema -> body.put("format", schema.schema()));
    }
    return body.build();
  }

  /** Returns a context with room for the prompt and the answer: a power of two, in tokens. */
  static int contextFor(ModelRequest request) {
    long characters = 0;
    for (Message message : request.messages()) {
      characters += message.text().length();
      for (ToolCall call : message.calls()) {
        characters += call.arguments().length();
      }
    }
    for (ToolSpec tool : request.tools()) {
      characters += tool.description().length() + tool.parameters().write().length();
    }
    long wanted = characters / CHARACTERS_PER_TOKEN + request.maxTokens().orElse(ANSWER_TOKENS);
    int context = SMALLEST_CONTEXT;
    while (context < wanted && context < LARGEST_CONTEXT) {
      context *= 2;
    }
    return context;
  }

  private static JsonArray messages(ModelRequest request) {
    Map<String, String> names = new HashMap<>();
    request.messages().stream()
        .flatMap(message -> message.calls().stream())
        .forEach(call -> names.put(call.id(), call.name()));
    return new JsonArray(
        request.messages().stream().<Json>map(message -> message(message, names)).toList());
  }

  /** Results name the tool, not the call. */
  private static JsonObject message(Message message, Map<String, String> names) {
    JsonObject.Builder written =
        JsonObject.builder()
            .put("role", message.role().name().toLowerCase(Locale.ROOT))
            .put("content", message.text());
    message.answered().ifPresent(id -> written.put("tool_name", names.getOrDefault(id, id)));
    if (!message.calls().isEmpty()) {
      written.put(
          "tool_calls",
          new JsonArray(message.calls().stream().<Json>map(OllamaRequest::call).toList()));
    }
    return written.build();
  }

  private static JsonObject call(ToolCall call) {
    JsonObject function =
        JsonObject.builder()
            .put("name", call.name())
            .put("arguments", Dialect.arguments(call))
            .build();
    return JsonObject.of("function", function);
  }
}
