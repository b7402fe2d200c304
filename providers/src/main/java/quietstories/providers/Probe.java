package quietstories.providers;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import quietstories.json.JsonObject;
import quietstories.model.ModelAbilities;
import quietstories.model.ModelIdentity;

/**
 * Finds out what a server is, and tries again with the next call while it does not answer.
 *
 * <p>Servers that keep to a JSON schema: OpenAI, LM Studio, vLLM, and llama.cpp's, which is the one
 * that tells its slots at {@code /props}.
 */
final class Probe {

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int MANY = 256;
  private static final String NAMELESS = "default";

  private final Endpoint endpoint;
  private final HttpClient client;
  private final OptionalInt concurrency;
  private Optional<Finding> found = Optional.empty();

  /**
   * What was found.
   *
   * @param concurrency how many calls the server can take at once
   */
  record Finding(ModelIdentity identity, int concurrency) {}

  Probe(Endpoint endpoint, HttpClient client, OptionalInt concurrency) {
    this.endpoint = endpoint;
    this.client = client;
    this.concurrency = concurrency;
  }

  /** Returns what is known, asking the server if nothing is; a guess while it does not answer. */
  synchronized Finding finding() {
    if (found.isPresent()) {
      return found.get();
    }
    Optional<List<JsonObject>> models = ModelList.models(client, endpoint, PATIENCE);
    Optional<JsonObject> properties =
        models.isPresent() && endpoint.isLocal()
            ? ModelList.properties(client, endpoint, PATIENCE)
            : Optional.empty();
    Finding finding = finding(models.orElse(List.of()), properties);
    if (models.isPresent() || !endpoint.isLocal()) {
      found = Optional.of(finding);
    }
    return finding;
  }

  /** Returns what is known without asking anybody. */
  synchronized Optional<Finding> known() {
    return found;
  }

  private Finding finding(List<JsonObject> models, Optional<JsonObject> properties) {
    String name =
        endpoint
            .model()
            .or(() -> models.stream().flatMap(model -> model.text("id").stream()).findFirst())
            .orElse(NAMELESS);
    boolean vllm =
        models.stream().anyMatch(m -> m.text("owned_by").filter("vllm"::equals).isPresent());
    boolean structured =
        properties.isPresent()
            || vllm
            || endpoint.provider().equals("lmstudio")
            || ModelSelection.isPublic(endpoint.base());
    ModelIdentity identity =
        new ModelIdentity(
            endpoint.provider(),
            name,
            structured ? ModelAbilities.SCHEMA : ModelAbilities.PLAIN,
            endpoint.isLocal());
    return new Finding(identity, concurrency.orElseGet(() -> slots(properties)));
  }

  private int slots(Optional<JsonObject> properties) {
    OptionalLong slots = properties.map(p -> p.integer("total_slots")).orElse(OptionalLong.empty());
    if (slots.isPresent()) {
      return Math.clamp(slots.getAsLong(), 1, MANY);
    }
    boolean one = endpoint.provider().equals("ollama") || endpoint.provider().equals("lmstudio");
    return one ? 1 : MANY;
  }
}
