package quietstories.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import quietstories.testkit.ModelServer;
import quietstories.testkit.ServerTraits;

class ModelSelectionTest {

  private static final Optional<String> KEY = Optional.of(Models.KEY);

  private static Selection choose(
      Optional<URI> base, Optional<String> key, Optional<String> anthropic, List<Integer> ports) {
    return ModelSelection.choose(
        new ModelSettings(
            "auto",
            base,
            key,
            anthropic,
            Optional.empty(),
            Optional.empty(),
            ModelSettings.Deadlines.of(Duration.ofSeconds(5)),
            OptionalInt.empty(),
            ports,
            false),
        new Servers());
  }

  private static String provider(Selection selection) {
    return switch (selection) {
      case Selection.Chosen(ServedModel model, String _) -> model.provider();
      case Selection.None _ -> "none";
    };
  }

  @Test
  void autoTakesTheAddressThenTheKeysThenTheFirstPortThatListsAModel() {
    Optional<URI> base = Optional.of(URI.create("http://127.0.0.1:9"));
    try (ModelServer empty = ModelServer.start(ServerTraits.LLAMA_SERVER.models(new String[0]));
        ModelServer full = ModelServer.start()) {
      List<Integer> ports = List.of(empty.port(), full.port());
      assertThat(provider(choose(base, KEY, KEY, ports))).isEqualTo("generic");
      assertThat(provider(choose(Optional.empty(), KEY, KEY, ports))).isEqualTo("openai");
      assertThat(provider(choose(Optional.empty(), Optional.empty(), KEY, ports)))
          .isEqualTo("anthropic");
      Selection found = choose(Optional.empty(), Optional.empty(), Optional.empty(), ports);
      assertThat(found.reason()).contains(String.valueOf(full.port()));
      assertThat(
              provider(
                  choose(
                      Optional.empty(), Optional.empty(), Optional.empty(), List.of(empty.port()))))
          .isEqualTo("none");
    }
  }

  @Test
  void ollamaIsReachedWithAndWithoutTheVersionInItsAddress() {
    OllamaDialect dialect = new OllamaDialect();
    URI wanted = URI.create("http://localhost:11434/api/chat");
    for (String base : List.of("http://localhost:11434", "http://localhost:11434/v1/")) {
      assertThat(dialect.address(URI.create(base))).isEqualTo(wanted);
    }
  }
}
