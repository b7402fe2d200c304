package quietstories.story;

import java.util.Optional;
import quietstories.json.Json;
import quietstories.json.JsonObject;

/**
 * Somebody or something in the story.
 *
 * @param id unique in its session
 * @param type such as {@code player}, {@code npc}, {@code creature}, {@code faction}, {@code item}
 * @param name what people call it
 * @param background its history, if any has been written
 * @param more every further member that the author gave it, such as {@code stats}
 */
public record Entity(
    EntityId id, String type, String name, Optional<String> background, JsonObject more) {

  public Entity {
    more = more.without("id").without("type").without("name").without("background");
  }

  /** Returns this entity with that background. */
  public Entity withBackground(String text) {
    return new Entity(id, type, name, Optional.of(text), more);
  }

  /** Returns this entity under that name. */
  public Entity withName(String newName) {
    return new Entity(id, type, newName, background, more);
  }

  /**
   * Returns the flat form: {@code id}, {@code type}, {@code name}, {@code background}, the rest.
   */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("id", id.value())
        .put("type", type)
        .put("name", name)
        .putText("background", background)
        .build()
        .merge(more);
  }

  /**
   * Reads the flat form. A missing type is {@code character}, a missing name is the id.
   *
   * @throws InvalidStory if there is neither an id nor a name
   */
  public static Entity from(JsonObject json) {
    String id =
        json.text("id")
            .or(() -> json.number("id").map(Json::write))
            .filter(text -> !text.isBlank())
            .or(() -> json.text("name").map(Entity::slug))
            .filter(text -> !text.isBlank())
            .orElseThrow(() -> new InvalidStory("id", "an entity needs an id or a name"));
    return new Entity(
        new EntityId(id),
        json.text("type").filter(text -> !text.isBlank()).orElse("character"),
        json.text("name").filter(text -> !text.isBlank()).orElse(id),
        json.text("background").filter(text -> !text.isBlank()),
        json);
  }

  private static String slug(String name) {
    return name.strip().toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_");
  }
}
