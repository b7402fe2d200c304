package quietstories.prompt;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Limits under a name, for common situations. */
public enum Preset {
  FAST("For local models: little history, short prompts", 5, 5, 2_000, true),
  BALANCED("For general use; the settings a server starts with", 10, 10, 4_000, true),
  QUALITY("For the most coherent stories: long history, long prompts", 30, 30, 16_000, true),
  LOCAL_LLM("For local models with small windows", 5, 5, 2_000, true),
  CLOUD_LLM("For cloud models with large windows", 15, 15, 8_000, true),
  MINIMAL("The shortest prompts and the fastest answers", 3, 3, 1_000, true),
  MAXIMUM("The longest history, without caching; the slowest", 30, 30, 16_000, false);

  private final String description;
  private final PromptLimits limits;

  Preset(String description, int turns, int memories, int tokens, boolean caching) {
    this.description = description;
    this.limits = new PromptLimits(turns, memories, tokens, caching);
  }

  /** Returns the name in the public interface, such as {@code local_llm}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the preset of that name, or empty if there is none. */
  public static Optional<Preset> named(String wireName) {
    return Arrays.stream(values()).filter(preset -> preset.wireName().equals(wireName)).findFirst();
  }

  /** Returns what it is for. */
  public String description() {
    return description;
  }

  /** Returns the limits that it sets. */
  public PromptLimits limits() {
    return limits;
  }
}
