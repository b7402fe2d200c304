package quietstories.story;

/** Names a session. */
public record SessionId(String value) {

  public SessionId {
    if (value.isBlank()) {
      throw new InvalidStory("SessionId", "an id must not be blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
