package quietstories.providers;

import java.net.URI;
import java.util.Optional;

/** Decides who turns memories into vectors. */
public final class EmbeddingSelection {

  private static final String OPENAI_MODEL = "text-embedding-3-small";
  private static final String LM_STUDIO_MODEL = "text-embedding-nomic-embed-text-v1.5";
  private static final String OLLAMA_MODEL = "nomic-embed-text";

  private EmbeddingSelection() {}

  /** Returns the model that the settings name; asks nobody and loads nothing. */
  public static EmbeddingChoice choose(EmbeddingSettings settings) {
    String reason = "EMBEDDING_PROVIDER is " + settings.provider();
    return switch (settings.provider()) {
      case "local" ->
          new EmbeddingChoice.Chosen(new LocalEmbeddings(), "a small model inside this program");
      case "openai", "generic" -> openAi(settings, reason);
      case "lmstudio" ->
          chosen(settings, EmbeddingForm.OPENAI, lmStudio(settings), LM_STUDIO_MODEL, reason);
      case "ollama" ->
          chosen(settings, EmbeddingForm.OLLAMA, ollama(settings), OLLAMA_MODEL, reason);
      default -> new EmbeddingChoice.None(reason);
    };
  }

  private static EmbeddingChoice openAi(EmbeddingSettings settings, String reason) {
    URI base = first(settings).orElse(ModelSelection.OPENAI);
    if (ModelSelection.isPublic(base) && settings.key().isEmpty()) {
      return new EmbeddingChoice.None(reason + ", but OPENAI_API_KEY is not set");
    }
    return chosen(settings, EmbeddingForm.OPENAI, base, OPENAI_MODEL, reason);
  }

  private static URI lmStudio(EmbeddingSettings settings) {
    URI base =
        settings
            .base()
            .or(settings::lmStudioBase)
            .or(settings::chatBase)
            .map(ModelSelection::versioned)
            .orElse(ModelSelection.LM_STUDIO);
    return ModelSelection.isPublic(base) ? ModelSelection.LM_STUDIO : base;
  }

  /** The native interface lies at the root, beside the versioned one. */
  private static URI ollama(EmbeddingSettings settings) {
    URI base = first(settings).orElse(ModelSelection.OLLAMA);
    URI own = ModelSelection.isPublic(base) ? ModelSelection.OLLAMA : base;
    return URI.create(own.toString().replaceAll("/v1$", ""));
  }

  private static Optional<URI> first(EmbeddingSettings settings) {
    return settings.base().or(settings::chatBase).map(ModelSelection::versioned);
  }

  private static EmbeddingChoice chosen(
      EmbeddingSettings settings, EmbeddingForm form, URI base, String usual, String reason) {
    Endpoint endpoint = new Endpoint(settings.provider(), base, settings.key(), settings.model());
    String model = settings.model().orElse(usual);
    return new EmbeddingChoice.Chosen(
        new ServerEmbeddings(endpoint, model, form, settings.timeout()), reason);
  }
}
