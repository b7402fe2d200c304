package quietstories.story;

import java.util.List;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;

/**
 * Something that somebody in the story remembers. A memory of the same id is a later version of it.
 *
 * @param owner who remembers it, an entity of the session
 * @param content what is remembered, never blank
 * @param turn the turn it dates from, 0 for what was so before the first; may lie beyond the
 *     session's own
 * @param importance from 1, trifling, to 10, decisive
 * @param estimated whether the importance was estimated rather than given
 * @param related the other entities it is about
 * @param replaces the memories it was made from, which are gone
 */
public record Memory(
    MemoryId id,
    EntityId owner,
    String content,
    MemoryScope scope,
    Visibility visibility,
    int turn,
    int importance,
    boolean estimated,
    List<EntityId> related,
    List<MemoryId> replaces) {

  public Memory {
    related = List.copyOf(related);
    replaces = List.copyOf(replaces);
    if (content.isBlank()) {
      throw new InvalidStory("content", "must not be blank");
    }
    if (turn < 0) {
      throw new InvalidStory("turn", "must be 0 or above, not " + turn);
    }
    if (importance < 1 || importance > 10) {
      throw new InvalidStory("importance", "must be from 1 to 10, not " + importance);
    }
  }

  /** Returns it as JSON, from which {@link #from} makes an equal one. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("id", id.value())
        .put("entity_id", owner.value())
        .put("content", content)
        .put("scope", scope.wireName())
        .put("visibility", visibility.wireName())
        .put("turn", turn)
        .put("importance", importance)
        .put("importance_estimated", estimated)
        .put("related_entities", JsonArray.ofTexts(related.stream().map(EntityId::value).toList()))
        .put("replaces", JsonArray.ofTexts(replaces.stream().map(MemoryId::value).toList()))
        .build();
  }

  /**
   * Reads the form that {@link #toJson} writes.
   *
   * @throws InvalidStory if it is not that
   */
  public static Memory from(JsonObject json) {
    return new Memory(
        new MemoryId(Required.text(json, "id")),
        new EntityId(Required.text(json, "entity_id")),
        Required.text(json, "content"),
        Required.named(json, "scope", MemoryScope::named, MemoryScope.allowed()),
        Required.named(json, "visibility", Visibility::named, "private, public"),
        Required.count(json, "turn"),
        Required.count(json, "importance"),
        Required.flag(json, "importance_estimated"),
        Required.ids(json, "related_entities", EntityId::new),
        Required.ids(json, "replaces", MemoryId::new));
  }
}
