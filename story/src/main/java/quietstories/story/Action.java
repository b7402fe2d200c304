package quietstories.story;

import java.util.List;
import java.util.Optional;
import quietstories.json.JsonObject;

/**
 * Something a player may choose to do.
 *
 * @param id unique in its scenario
 * @param label what a button says
 * @param description what it means, for narrators and pages
 * @param params the parameters: name → a type name, or an object with {@code type}, {@code enum},
 *     {@code minimum}, {@code maximum}, {@code required}, {@code description}
 * @param preconditions a JSONLogic expression, or path → value pairs that must all hold; empty is
 *     true
 * @param effects what happens whenever the action is permitted
 * @param roll the dice it needs, if any; their effects come on top
 */
public record Action(
    ActionId id,
    String label,
    Optional<String> description,
    JsonObject params,
    JsonObject preconditions,
    List<StateChange> effects,
    Optional<ActionRoll> roll) {

  public Action {
    effects = List.copyOf(effects);
    if (label.isBlank()) {
      throw new InvalidStory("label", "must not be blank");
    }
  }
}
