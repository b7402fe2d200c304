package quietstories.story;

/** Names a loss or win condition within its scenario. */
public record EndingId(String value) {

  public EndingId {
    if (value.isBlank()) {
      throw new InvalidStory("EndingId", "an id must not be blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
