package quietstories.story;

/**
 * A client's name for one input, so that sending it twice plays it once; 1 to 200 printable ASCII.
 */
public record IdempotencyKey(String value) {

  public IdempotencyKey {
    boolean printable = value.chars().allMatch(c -> c >= 0x20 && c <= 0x7e);
    if (value.isBlank() || value.length() > 200 || !printable) {
      throw new InvalidStory("Idempotency-Key", "must be 1 to 200 printable ASCII characters");
    }
  }
}
