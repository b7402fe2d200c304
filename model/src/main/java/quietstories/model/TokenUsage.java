package quietstories.model;

import java.util.OptionalInt;

/**
 * What an answer cost, as the server reports it; empty where it reports nothing.
 *
 * @param input tokens of the prompt, cached ones included
 * @param cached tokens of the prompt that came from the server's cache
 * @param output tokens generated
 */
public record TokenUsage(OptionalInt input, OptionalInt cached, OptionalInt output) {

  /** The usage of a server that reports none. */
  public static final TokenUsage UNKNOWN =
      new TokenUsage(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
}
