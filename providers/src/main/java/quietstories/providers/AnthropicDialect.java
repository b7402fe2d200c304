package quietstories.providers;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import quietstories.json.JsonObject;
import quietstories.model.ModelIdentity;
import quietstories.model.ModelRequest;

/** Anthropic's Messages API. */
final class AnthropicDialect implements Dialect {

  private static final String VERSION = "2023-06-01";

  @Override
  public URI address(URI base) {
    return URI.create(base + "/messages");
  }

  @Override
  public Map<String, String> headers(Optional<String> key) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("Accept", "text/event-stream");
    headers.put("anthropic-version", VERSION);
    key.ifPresent(secret -> headers.put("x-api-key", secret));
    return headers;
  }

  @Override
  public JsonObject write(ModelRequest request, ModelIdentity model) {
    return AnthropicRequest.write(request, model);
  }

  @Override
  public StreamedObjects.Reader reader(ModelRequest request, Arriving answer) {
    return new AnthropicReader(answer, request.tools().isEmpty());
  }
}
