package quietstories.bench;

/** A command line that cannot be understood; the message says why and what to do. */
final class WrongOption extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WrongOption(String words) {
    super(words);
  }
}
