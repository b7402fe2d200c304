package quietstories.testkit;

/** The request is read and nothing is answered. */
public record Silence() implements Reply {}
