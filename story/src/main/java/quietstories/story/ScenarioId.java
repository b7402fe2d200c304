package quietstories.story;

/** Names a stored scenario. */
public record ScenarioId(String value) {

  public ScenarioId {
    if (value.isBlank()) {
      throw new InvalidStory("ScenarioId", "an id must not be blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
