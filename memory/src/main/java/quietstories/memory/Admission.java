package quietstories.memory;

/**
 * What became of a wish to change what somebody knows or feels.
 *
 * @param <T> what was wished for
 */
public sealed interface Admission<T> {

  /**
   * It takes effect.
   *
   * @param merged whether it went into something that was known already
   */
  record Admitted<T>(T value, boolean merged) implements Admission<T> {}

  /**
   * It does not.
   *
   * @param reason what was wrong and what would be right, in words for whoever wished
   */
  record Refused<T>(String reason) implements Admission<T> {}
}
