package quietstories.providers;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import quietstories.json.JsonObject;
import quietstories.model.ModelIdentity;
import quietstories.model.ModelRequest;

/**
 * Ollama's own protocol, which unlike its chat-completions one lets the context's size be set. One
 * dialect serves one model: it remembers the largest context that was wanted, since Ollama loads
 * the model anew whenever the size changes.
 */
final class OllamaDialect implements Dialect {

  private final AtomicInteger context = new AtomicInteger(OllamaRequest.SMALLEST_CONTEXT);

  /** Returns the root of the server, whose address may be given with the version of the other. */
  static URI root(URI base) {
    return URI.create(base.toString().replaceAll("/+$", "").replaceAll("/v1$", ""));
  }

  @Override
  public URI address(URI base) {
    return URI.create(root(base) + "/api/chat");
  }

  @Override
  public Map<String, String> headers(Optional<String> key) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("Accept", "application/x-ndjson");
    key.ifPresent(secret -> headers.put("Authorization", "Bearer " + secret));
    return headers;
  }

  @Override
  public JsonObject write(ModelRequest request, ModelIdentity model) {
    int wanted = OllamaRequest.contextFor(request);
    return OllamaRequest.write(request, model, context.accumulateAndGet(wanted, Math::max));
  }

  @Override
  public StreamedObjects.Reader reader(ModelRequest request, Arriving answer) {
    return new OllamaReader(answer);
  }
}
