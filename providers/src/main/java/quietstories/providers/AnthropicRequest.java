package quietstories.providers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.model.AnswerSchema;
import quietstories.model.ModelIdentity;
import quietstories.model.ModelRequest;
import quietstories.model.ToolSpec;

/**
 * Writes a request of the Messages API. A schema is asked for as the input of a tool that the model
 * must call, which every model behind it can do; {@link AnthropicReader} gives that input as text.
 */
final class AnthropicRequest {

  private static final int MAX_TOKENS = 4_096;

  private AnthropicRequest() {}

  static JsonObject write(ModelRequest request, ModelIdentity model) {
    AnthropicMessages messages = AnthropicMessages.of(request);
    JsonObject.Builder body =
        JsonObject.builder()
            .put("model", model.name())
            .put("max_tokens", request.maxTokens().orElse(MAX_TOKENS))
            .put("stream", true);
    Optional<AnswerSchema> schema = request.tools().isEmpty() ? request.schema() : Optional.empty();
    boolean marked = request.stableMessages() > 0;
    List<Json> tools = tools(request, schema, marked && messages.system().elements().isEmpty());
    if (!tools.isEmpty()) {
      body.put("tools", new JsonArray(tools));
    }
    // why: it refuses a conversation with calls in it whose tools are not described.
    if (!tools.isEmpty() && !request.mayCall()) {
      body.put("tool_choice", JsonObject.of("type", Json.of("none")));
    }
    schema.ifPresent(
        form ->
            body.put(
                "tool_choice",
                JsonObject.builder().put("type", "tool").put("name", form.name()).build()));
    if (!messages.system().elements().isEmpty()) {
      body.put("system", messages.system());
    }
    body.put("messages", messages.messages());
    request.temperature().ifPresent(value -> body.put("temperature", Math.clamp(value, 0.0, 1.0)));
    return body.build();
  }

  /** The mark at the system text holds for the tools before it too. */
  private static List<Json> tools(
      ModelRequest request, Optional<AnswerSchema> schema, boolean mark) {
    List<Json> tools = new ArrayList<>();
    schema.ifPresent(
        form -> tools.add(tool(form.name(), "Gives the answer.", form.schema(), mark)));
    for (int i = 0; i < request.tools().size(); i++) {
      ToolSpec tool = request.tools().get(i);
      boolean last = i == request.tools().size() - 1;
      tools.add(tool(tool.name(), tool.description(), tool.parameters(), mark && last));
    }
    return tools;
  }

  private static JsonObject tool(String name, String what, JsonObject input, boolean mark) {
    JsonObject.Builder tool =
        JsonObject.builder().put("name", name).put("description", what).put("input_schema", input);
    return mark ? tool.put("cache_control", AnthropicMessages.MARK).build() : tool.build();
  }
}
