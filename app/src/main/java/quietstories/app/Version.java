package quietstories.app;

/** The program's version. */
final class Version {

  /** The same as in the build; a test holds them together. */
  static final String NUMBER = "0.1.0";

  private Version() {}
}
