package quietstories.app;

/** Who turns memories into vectors. */
public enum EmbeddingProvider {
  LOCAL,
  OPENAI,
  OLLAMA,
  LMSTUDIO,
  GENERIC,
  NONE
}
