package quietstories.providers;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an operator said about the model.
 *
 * @param provider {@code auto}, {@code openai}, {@code generic}, {@code lmstudio}, {@code ollama}
 *     or {@code anthropic}
 * @param base the address of the server, with or without {@code /v1}
 * @param key is sent as bearer and shown nowhere
 * @param anthropicKey the key for Anthropic, likewise
 * @param model the model's name; empty takes the server's first one
 * @param timeout bounds a whole call
 * @param concurrency calls at once; empty takes what the server can do
 * @param localPorts the ports of this machine that {@code auto} looks at, in order of preference
 * @param mayTry whether a near server of unknown kind may be asked small things ahead of the first
 *     turn, to find out what it can do
 */
public record ModelSettings(
    String provider,
    Optional<URI> base,
    Optional<String> key,
    Optional<String> anthropicKey,
    Optional<String> model,
    Optional<URI> lmStudioBase,
    Deadlines timeout,
    OptionalInt concurrency,
    List<Integer> localPorts,
    boolean mayTry) {

  /** Where local servers usually listen: Ollama, LM Studio, llama-server. */
  public static final List<Integer> USUAL_PORTS = List.of(11_434, 1_234, 8_080);

  public ModelSettings {
    localPorts = List.copyOf(localPorts);
  }

  /**
   * How long to wait for what.
   *
   * @param connect for a connection
   * @param call for a whole call, the wait for its first byte included
   * @param silence between two pieces, counted from the first byte on
   */
  public record Deadlines(Duration connect, Duration call, Duration silence) {

    /** Returns the usual deadlines with that bound for a whole call. */
    public static Deadlines of(Duration call) {
      return new Deadlines(Duration.ofSeconds(5), call, Duration.ofSeconds(30));
    }
  }

  /** Never shows the key. */
  @Override
  public String toString() {
    return "ModelSettings[provider=" + provider + ", model=" + model.orElse("first") + "]";
  }
}
