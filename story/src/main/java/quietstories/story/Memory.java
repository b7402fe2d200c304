package quietstories.story;

import java.util.List;

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
}
