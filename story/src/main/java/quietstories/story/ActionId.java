package quietstories.story;

/** Names an action within its scenario. */
public record ActionId(String value) {

  public ActionId {
    if (value.isBlank()) {
      throw new InvalidStory("ActionId", "an id must not be blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
