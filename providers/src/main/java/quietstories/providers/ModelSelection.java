package quietstories.providers;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Decides which server narrates. */
public final class ModelSelection {

  static final URI OPENAI = URI.create("https://api.openai.com/v1");
  static final URI LM_STUDIO = URI.create("http://localhost:1234/v1");
  static final URI OLLAMA = URI.create("http://localhost:11434/v1");
  private static final String OPENAI_MODEL = "gpt-5-nano";
  private static final URI ANTHROPIC = URI.create("https://api.anthropic.com/v1");
  private static final String ANTHROPIC_MODEL = "claude-haiku-4-5";
  private static final Duration GLANCE = Duration.ofMillis(300);

  private final ModelSettings settings;
  private final Servers servers;

  private ModelSelection(ModelSettings settings, Servers servers) {
    this.settings = settings;
    this.servers = servers;
  }

  /**
   * Returns the server that the settings name. With {@code auto} and nothing named, the local ports
   * are looked at in parallel, for 300 ms at most; no other provider asks the network here.
   */
  public static Selection choose(ModelSettings settings, Servers servers) {
    return new ModelSelection(settings, servers).choose();
  }

  private Selection choose() {
    return switch (settings.provider()) {
      case "openai" -> chosen("openai", base(OPENAI), "MODEL_PROVIDER is openai");
      case "generic" -> chosen("generic", base(OPENAI), "MODEL_PROVIDER is generic");
      case "lmstudio" -> chosen("lmstudio", lmStudio(), "MODEL_PROVIDER is lmstudio");
      case "anthropic" -> chosen("anthropic", anthropic(), "MODEL_PROVIDER is anthropic");
      case "ollama" -> chosen("ollama", ollama(), "MODEL_PROVIDER is ollama");
      default -> auto();
    };
  }

  private Selection auto() {
    if (settings.base().isPresent()) {
      URI base = base(OPENAI);
      String provider = isPublic(base) ? "openai" : "generic";
      return chosen(provider, base, "OPENAI_API_BASE is set");
    }
    if (settings.key().isPresent()) {
      return chosen("openai", OPENAI, "OPENAI_API_KEY is set");
    }
    if (settings.anthropicKey().isPresent()) {
      return chosen("anthropic", ANTHROPIC, "ANTHROPIC_API_KEY is set");
    }
    return local()
        .map(this::found)
        .orElseGet(
            () ->
                new Selection.None(
                    "no model was named, and no local server lists one on the ports "
                        + String.join(
                            ", ", settings.localPorts().stream().map(String::valueOf).toList())));
  }

  private Selection found(int port) {
    String provider =
        switch (port) {
          case 11_434 -> "ollama";
          case 1_234 -> "lmstudio";
          default -> "generic";
        };
    return chosen(provider, local(port), "a local server lists a model on port " + port);
  }

  private static URI local(int port) {
    return URI.create("http://127.0.0.1:" + port + "/v1");
  }

  private URI lmStudio() {
    URI base =
        settings.lmStudioBase().or(settings::base).map(ModelSelection::versioned).orElse(LM_STUDIO);
    return isPublic(base) ? LM_STUDIO : base;
  }

  private URI ollama() {
    URI base = base(OLLAMA);
    return isPublic(base) ? OLLAMA : base;
  }

  private URI anthropic() {
    URI base = base(ANTHROPIC);
    return isPublic(base) ? ANTHROPIC : base;
  }

  private URI base(URI otherwise) {
    return settings.base().map(ModelSelection::versioned).orElse(otherwise);
  }

  /** A server's bare address is taken as the root of its first version. */
  static URI versioned(URI base) {
    String text = base.toString().replaceAll("/+$", "");
    String path = Optional.ofNullable(base.getPath()).orElse("").replaceAll("/+$", "");
    return URI.create(path.isEmpty() ? text + "/v1" : text);
  }

  static boolean isPublic(URI base) {
    return "api.openai.com".equals(base.getHost());
  }

  private Selection chosen(String provider, URI base, String reason) {
    boolean anthropic = provider.equals("anthropic");
    Optional<String> key = anthropic ? settings.anthropicKey() : settings.key();
    Endpoint endpoint = new Endpoint(provider, base, key, settings.model().or(() -> usual(base)));
    Dialect dialect =
        switch (provider) {
          case "anthropic" -> new AnthropicDialect();
          case "ollama" -> new OllamaDialect();
          default -> new ChatDialect();
        };
    Server server = servers.at(base, settings.timeout().connect());
    return new Selection.Chosen(new ServedModel(endpoint, dialect, server, settings), reason);
  }

  private static Optional<String> usual(URI base) {
    if (isPublic(base)) {
      return Optional.of(OPENAI_MODEL);
    }
    return base.equals(ANTHROPIC) ? Optional.of(ANTHROPIC_MODEL) : Optional.empty();
  }

  /** Returns the first port, in order of preference, where a server lists a model. */
  private Optional<Integer> local() {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Boolean>> answers = new ArrayList<>();
      for (int port : settings.localPorts()) {
        answers.add(
            CompletableFuture.supplyAsync(
                () -> Questions.isServedAt(local(port), GLANCE), threads));
      }
      for (int i = 0; i < answers.size(); i++) {
        if (answers.get(i).join()) {
          return Optional.of(settings.localPorts().get(i));
        }
      }
      return Optional.empty();
    }
  }
}
