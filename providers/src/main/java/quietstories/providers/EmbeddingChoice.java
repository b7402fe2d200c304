package quietstories.providers;

import quietstories.model.EmbeddingModel;

/** Who turns memories into vectors, or why nobody does. */
public sealed interface EmbeddingChoice {

  /** Returns why it came to this, in words. */
  String reason();

  /** A model to ask, which may still be unreachable. */
  record Chosen(EmbeddingModel model, String reason) implements EmbeddingChoice {}

  /** Memories are found by their words alone. */
  record None(String reason) implements EmbeddingChoice {}
}
