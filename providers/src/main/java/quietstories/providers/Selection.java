package quietstories.providers;

/** The model that was found, or why there is none. */
public sealed interface Selection {

  /** Returns why it came to this, in words for the terminal. */
  String reason();

  /** A server to ask, which may still be unreachable. */
  record Chosen(ServedModel model, String reason) implements Selection {}

  /** No server was named and none was found. */
  record None(String reason) implements Selection {}
}
