package quietstories.app;

/** How log lines look on the terminal and in the extra log file. */
public enum LogFormat {
  /** Text on the terminal, JSON in the file. */
  AUTO,
  /** One JSON object per line in both. */
  JSON,
  /** Text in both. */
  TEXT
}
