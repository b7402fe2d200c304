package quietstories.engine.telling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quietstories.engine.BackgroundWriter;
import quietstories.story.Entity;
import quietstories.story.ScenarioSpec;

/** Introduces a world in its author's words, and nobody about whom the author wrote none. */
public final class BuiltinBackgrounds implements BackgroundWriter {

  @Override
  public Backgrounds write(ScenarioSpec spec, boolean world, List<Entity> entities) {
    Optional<String> opening = world ? spec.opening() : Optional.empty();
    List<String> notes = new ArrayList<>();
    if (world && opening.isEmpty()) {
      notes.add("The scenario has no opening, and the built-in narrator invents none.");
    }
    if (!entities.isEmpty()) {
      notes.add(
          "The scenario gives no background for "
              + String.join(", ", entities.stream().map(Entity::name).toList())
              + ", and the built-in narrator invents none.");
    }
    return new Backgrounds(opening, Map.of(), notes);
  }
}
