package quietstories.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import quietstories.memory.Meaning;
import quietstories.model.EmbeddingModel;

/** Meanings of questions are kept, counted and forgotten on demand. */
class EmbedderTest {

  private final List<String> asked = new ArrayList<>();

  private final EmbeddingModel model =
      new EmbeddingModel() {
        @Override
        public String provider() {
          return "test";
        }

        @Override
        public String name() {
          return "lengths";
        }

        @Override
        public List<float[]> embed(List<String> texts) {
          asked.addAll(texts);
          return texts.stream().map(text -> new float[] {text.length(), 1}).toList();
        }
      };

  @Test
  void clearedQuestionsAreAskedAgainAndMeanTheSame() {
    try (Embedder embedder = new Embedder(Optional.of(model))) {
      Meaning first = meaning(embedder);
      meaning(embedder);
      assertThat(asked).hasSize(1);
      assertThat(embedder.use().size()).isEqualTo(1);

      assertThat(embedder.forget()).isEqualTo(1);
      assertThat(embedder.use().size()).isZero();
      assertThat(embedder.forget()).isZero();

      assertThat(meaning(embedder).toArray()).isEqualTo(first.toArray());
      assertThat(asked).containsExactly("who was there?", "who was there?");
    }
  }

  private static Meaning meaning(Embedder embedder) {
    return embedder.ofQuestion("who was there?", Duration.ofSeconds(30)).orElseThrow();
  }
}
