package quietstories.story;

/** Names an enrichment task within its session. */
public record TaskId(String value) {

  public TaskId {
    if (value.isBlank()) {
      throw new InvalidStory("TaskId", "an id must not be blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
