package quietstories.providers;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import quietstories.json.JsonObject;
import quietstories.model.ModelIdentity;
import quietstories.model.ModelRequest;

/** The chat-completions protocol: OpenAI, llama-server, vLLM, LM Studio, OpenRouter and more. */
final class ChatDialect implements Dialect {

  @Override
  public URI address(URI base) {
    return URI.create(base + "/chat/completions");
  }

  @Override
  public Map<String, String> headers(Optional<String> key) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("Accept", "text/event-stream");
    key.ifPresent(secret -> headers.put("Authorization", "Bearer " + secret));
    return headers;
  }

  @Override
  public JsonObject write(ModelRequest request, ModelIdentity model) {
    return ChatRequest.write(request, model);
  }

  @Override
  public StreamedObjects.Reader reader(ModelRequest request, Arriving answer) {
    return new ChatReader(answer);
  }
}
