package quietstories.providers;

import java.util.Locale;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.model.AnswerSchema;
import quietstories.model.Message;
import quietstories.model.ModelIdentity;
import quietstories.model.ModelRequest;
import quietstories.model.ToolCall;
import quietstories.model.ToolSpec;

/** Writes a request in the chat-completions protocol. */
final class ChatRequest {

  private static final double TEMPERATURE = 0.7;

  private ChatRequest() {}

  static JsonObject write(ModelRequest request, ModelIdentity model) {
    boolean reasoning = model.name().startsWith("gpt-5") || model.name().matches("o\\d.*");
    JsonObject.Builder body =
        JsonObject.builder()
            .put("model", model.name())
            .put(
                "messages",
                new JsonArray(request.messages().stream().<Json>map(ChatRequest::message).toList()))
            .put("stream", true)
            .put("stream_options", JsonObject.of("include_usage", Json.of(true)));
    // why: these models refuse a temperature and count hidden tokens under another name.
    if (!reasoning) {
      body.put("temperature", request.temperature().orElse(TEMPERATURE));
    }
    if (request.maxTokens().isPresent() && !reasoning) {
      body.put("max_tokens", request.maxTokens().getAsInt());
    }
    if (!request.tools().isEmpty() && request.mayCall()) {
      body.put(
          "tools", new JsonArray(request.tools().stream().<Json>map(ChatRequest::tool).toList()));
    }
    boolean either = request.tools().isEmpty() || model.abilities().toolsWithSchema();
    if (model.abilities().schema() && either) {
      request.schema().ifPresent(schema -> body.put("response_format", format(schema, model)));
    }
    return body.build();
  }

  private static JsonObject message(Message message) {
    JsonObject.Builder written =
        JsonObject.builder().put("role", message.role().name().toLowerCase(Locale.ROOT));
    message.answered().ifPresent(id -> written.put("tool_call_id", id));
    written.put("content", message.text());
    if (!message.calls().isEmpty()) {
      written.put(
          "tool_calls",
          new JsonArray(message.calls().stream().<Json>map(ChatRequest::call).toList()));
    }
    return written.build();
  }

  private static JsonObject call(ToolCall call) {
    JsonObject function =
        JsonObject.builder()
            .put("name", call.name())
            .put("arguments", Dialect.arguments(call).write())
            .build();
    return JsonObject.builder()
        .put("id", call.id())
        .put("type", "function")
        .put("function", function)
        .build();
  }

  /** Returns a tool as several protocols describe it. */
  static JsonObject tool(ToolSpec tool) {
    JsonObject function =
        JsonObject.builder()
            .put("name", tool.name())
            .put("description", tool.description())
            .put("parameters", tool.parameters())
            .build();
    return JsonObject.builder().put("type", "function").put("function", function).build();
  }

  /** The public server's strict mode knows only a part of JSON schema, so it is not asked for. */
  private static JsonObject format(AnswerSchema schema, ModelIdentity model) {
    JsonObject named =
        JsonObject.builder()
            .put("name", schema.name())
            .put("strict", !model.provider().equals("openai"))
            .put("schema", schema.schema())
            .build();
    return JsonObject.builder().put("type", "json_schema").put("json_schema", named).build();
  }
}
