package quietstories.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import quietstories.story.Entity;
import quietstories.story.EntityId;
import quietstories.story.ScenarioSpec;

/** Writes the texts that introduce a world and its people. */
public interface BackgroundWriter {

  /**
   * Writes what is asked for, as far as it can. What fails is left out and noted, never invented.
   *
   * @param world whether the world needs a text
   * @param entities who needs one
   */
  Backgrounds write(ScenarioSpec spec, boolean world, List<Entity> entities);

  /**
   * The texts.
   *
   * @param notes what could not be written, and why, in words
   */
  record Backgrounds(Optional<String> world, Map<EntityId, String> entities, List<String> notes) {

    public Backgrounds {
      entities = Map.copyOf(entities);
      notes = List.copyOf(notes);
    }
  }
}
