package quietstories.web;

/** All meters, written for a program that collects them. */
@FunctionalInterface
public interface MeterPage {

  /**
   * Returns the page.
   *
   * @param accept what the collector understands, as its {@code Accept} header says; may be empty
   */
  Written write(String accept);

  /** A page and its media type. */
  record Written(String mediaType, String text) {}
}
