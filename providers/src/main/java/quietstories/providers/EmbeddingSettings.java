package quietstories.providers;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * What an operator said about embeddings.
 *
 * @param provider {@code local}, {@code openai}, {@code generic}, {@code ollama}, {@code lmstudio}
 *     or {@code none}
 * @param base the address of a server for embeddings alone
 * @param chatBase the address of the server that narrates, which may embed as well
 * @param lmStudioBase the address of LM Studio
 * @param key is sent as bearer and shown nowhere
 * @param model the model's name; empty takes the provider's usual one
 * @param timeout bounds one call
 */
public record EmbeddingSettings(
    String provider,
    Optional<URI> base,
    Optional<URI> chatBase,
    Optional<URI> lmStudioBase,
    Optional<String> key,
    Optional<String> model,
    Duration timeout) {

  /** Never shows the key. */
  @Override
  public String toString() {
    return "EmbeddingSettings[provider=" + provider + ", model=" + model.orElse("usual") + "]";
  }
}
