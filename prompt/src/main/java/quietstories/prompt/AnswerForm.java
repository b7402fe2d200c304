package quietstories.prompt;

import java.util.Locale;

/** How a narrator is asked to write its answer. */
public enum AnswerForm {
  /** Prose as plain text, then calls of tools for everything that changes. */
  CALLS,
  /** Prose, then a marker line, then one JSON object with the rest of the outcome. */
  MARKER,
  /** One JSON object, its first member the narrative, kept to by the server. */
  JSON;

  /** Returns the name in settings and answers: {@code calls}, {@code marker} or {@code json}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
