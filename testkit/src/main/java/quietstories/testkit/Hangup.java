package quietstories.testkit;

/**
 * The connection is closed without an answer.
 *
 * @param reset whether by RST instead of FIN
 */
public record Hangup(boolean reset) implements Reply {}
