package quietstories.story;

import quietstories.json.JsonObject;

/** A condition that ends the story once it holds; never empty, since nobody could play that. */
public record EndCondition(EndingId id, JsonObject condition, String message) {

  public EndCondition {
    if (condition.members().isEmpty()) {
      throw new InvalidStory("condition", "must not be empty: the story would end at once");
    }
  }
}
