package quietstories.app;

/** Who may be asked to narrate, as {@code MODEL_PROVIDER} names it. */
public enum ModelProvider {
  /** Whatever is configured or answers on this machine, else the built-in narrator. */
  AUTO,
  OPENAI,
  GENERIC,
  LMSTUDIO,
  OLLAMA,
  ANTHROPIC,
  /** No model: the built-in narrator. */
  BUILTIN
}
