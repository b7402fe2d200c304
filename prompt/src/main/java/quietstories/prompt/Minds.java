package quietstories.prompt;

import java.util.List;
import quietstories.memory.Recollection;
import quietstories.memory.SeenMood;
import quietstories.memory.SeenRelationship;

/**
 * What the point of view recalls and sees of those present. All of it was made by the room of
 * memory for that point of view, so nothing in here can be a secret of somebody else.
 *
 * @param recalled what bears on this turn, the best first
 * @param relationships among those present
 * @param moods of those present
 */
public record Minds(
    List<Recollection> recalled, List<SeenRelationship> relationships, List<SeenMood> moods) {

  /** Nothing is known of anybody. */
  public static final Minds EMPTY = new Minds(List.of(), List.of(), List.of());

  public Minds {
    recalled = List.copyOf(recalled);
    relationships = List.copyOf(relationships);
    moods = List.copyOf(moods);
  }
}
