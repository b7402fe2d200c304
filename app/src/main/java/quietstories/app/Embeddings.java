package quietstories.app;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quietstories.model.EmbeddingModel;
import quietstories.providers.EmbeddingChoice;
import quietstories.providers.EmbeddingSelection;
import quietstories.providers.EmbeddingSettings;

/** Chooses who turns memories into vectors, as the settings say it. */
final class Embeddings {

  private static final Logger LOG = LoggerFactory.getLogger(Embeddings.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private Embeddings() {}

  /** Returns the model, or empty if memories are to be found by their words alone. */
  static Optional<EmbeddingModel> of(Settings settings) {
    NarratorSettings narrator = settings.narrator();
    EmbeddingSettings wanted =
        new EmbeddingSettings(
            settings.memory().provider().name().toLowerCase(Locale.ROOT),
            settings.memory().base(),
            narrator.base(),
            narrator.lmStudioBase(),
            narrator.key().map(Secret::reveal),
            settings.memory().model(),
            TIMEOUT);
    EmbeddingChoice choice = EmbeddingSelection.choose(wanted);
    LOG.info("Memories are found by meaning: {}", choice.reason());
    return switch (choice) {
      case EmbeddingChoice.Chosen(EmbeddingModel model, String _) -> Optional.of(model);
      case EmbeddingChoice.None _ -> Optional.empty();
    };
  }
}
