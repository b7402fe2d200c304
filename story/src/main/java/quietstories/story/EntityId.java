package quietstories.story;

/** Names an entity within its session. */
public record EntityId(String value) {

  public EntityId {
    if (value.isBlank()) {
      throw new InvalidStory("EntityId", "an id must not be blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
