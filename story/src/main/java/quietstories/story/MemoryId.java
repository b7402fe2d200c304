package quietstories.story;

/** Names a memory within its session. */
public record MemoryId(String value) {

  public MemoryId {
    if (value.isBlank()) {
      throw new InvalidStory("MemoryId", "an id must not be blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
