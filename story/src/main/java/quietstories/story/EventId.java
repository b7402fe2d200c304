package quietstories.story;

/** Names a random event within its scenario. */
public record EventId(String value) {

  public EventId {
    if (value.isBlank()) {
      throw new InvalidStory("EventId", "an id must not be blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
