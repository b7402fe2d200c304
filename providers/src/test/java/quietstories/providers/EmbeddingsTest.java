package quietstories.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import quietstories.model.EmbeddingModel;
import quietstories.model.ModelException;
import quietstories.model.ModelFault;
import quietstories.testkit.EmbeddingServer;

class EmbeddingsTest {

  private static final String KEY = "sk-planted-key";

  @Test
  void theModelInsideTheProgramPutsLikeMeaningsNearEachOther() {
    EmbeddingModel local = model(settings("local", Optional.empty()));
    List<float[]> vectors =
        local.embed(
            List.of(
                "The key to the cellar lies under the third stair.",
                "Where did she hide the cellar key?",
                "The soup was far too salty.",
                ""));
    assertThat(vectors).hasSize(4);
    assertThat(vectors).allSatisfy(v -> assertThat(dot(v, v)).isCloseTo(1, within(1e-4)));
    assertThat(dot(vectors.get(0), vectors.get(1)))
        .isGreaterThan(dot(vectors.get(2), vectors.get(1)) + 0.3);
  }

  @Test
  void vectorsComeInTheOrderOfTheTextsAndAtLengthOne() {
    String shuffled =
        "{\"data\":[{\"index\":1,\"embedding\":[0,3]},{\"index\":0,\"embedding\":[4,0]}]}";
    try (EmbeddingServer server = EmbeddingServer.answering(200, _ -> shuffled)) {
      EmbeddingModel model = model(settings("generic", Optional.of(server.base())));
      List<float[]> vectors = model.embed(List.of("a", "b"));
      assertThat(vectors.get(0)).containsExactly(1, 0);
      assertThat(vectors.get(1)).containsExactly(0, 1);
      assertThat(server.paths()).containsExactly("/v1/embeddings");
      assertThat(server.bodies().getFirst().text("model")).contains("text-embedding-3-small");
    }
  }

  @Test
  void ollamaIsAskedAtItsOwnInterface() {
    try (EmbeddingServer server =
        EmbeddingServer.answering(200, _ -> "{\"embeddings\":[[0.6,0.8]]}")) {
      EmbeddingModel model =
          model(settings("ollama", Optional.of(URI.create(server.base() + "/v1"))));
      assertThat(model.embed(List.of("a")).getFirst()[0]).isCloseTo(0.6f, within(1e-6f));
      assertThat(server.paths()).containsExactly("/api/embed");
      assertThat(server.bodies().getFirst().text("model")).contains("nomic-embed-text");
    }
  }

  @Test
  void aVectorOfZerosIsAFailureAndNeverAVector() {
    for (String bad :
        List.of(
            "{\"data\":[{\"index\":0,\"embedding\":[0,0]}]}",
            "{\"data\":[{\"index\":0,\"embedding\":[]}]}",
            "{\"data\":[{\"index\":0,\"embedding\":[\"x\",1]}]}",
            "{\"data\":[]}",
            "nothing")) {
      try (EmbeddingServer server = EmbeddingServer.answering(200, _ -> bad)) {
        EmbeddingModel model = model(settings("generic", Optional.of(server.base())));
        assertThatThrownBy(() -> model.embed(List.of("a")))
            .as(bad)
            .isInstanceOfSatisfying(
                ModelException.class, e -> assertThat(e.fault()).isEqualTo(ModelFault.UNUSABLE));
      }
    }
  }

  @Test
  void aRefusalShowsNeitherTheKeyNorTheVendorsWords() {
    try (EmbeddingServer server =
        EmbeddingServer.answering(401, _ -> "{\"error\":\"bad key " + KEY + "\"}")) {
      EmbeddingModel model = model(settings("openai", Optional.of(server.base())));
      assertThatThrownBy(() -> model.embed(List.of("a")))
          .isInstanceOf(ModelException.class)
          .hasMessageNotContaining(KEY)
          .hasMessageNotContaining("bad key");
    }
  }

  @Test
  void withoutAKeyThePublicServerIsNotAsked() {
    EmbeddingSettings keyless =
        new EmbeddingSettings(
            "openai",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Duration.ofSeconds(5));
    assertThat(EmbeddingSelection.choose(keyless))
        .isInstanceOfSatisfying(
            EmbeddingChoice.None.class,
            none -> assertThat(none.reason()).contains("OPENAI_API_KEY"));
  }

  @Test
  void noneTurnsVectorsOff() {
    assertThat(EmbeddingSelection.choose(settings("none", Optional.empty())))
        .isInstanceOf(EmbeddingChoice.None.class);
  }

  private static EmbeddingSettings settings(String provider, Optional<URI> base) {
    return new EmbeddingSettings(
        provider,
        base,
        Optional.empty(),
        Optional.empty(),
        Optional.of(KEY),
        Optional.empty(),
        Duration.ofSeconds(30));
  }

  private static EmbeddingModel model(EmbeddingSettings settings) {
    return ((EmbeddingChoice.Chosen) EmbeddingSelection.choose(settings)).model();
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
