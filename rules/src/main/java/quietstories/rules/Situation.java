package quietstories.rules;

import java.util.List;
import quietstories.json.JsonObject;
import quietstories.story.Entity;

/** State and cast together, since effects may change both. */
public record Situation(JsonObject state, List<Entity> entities) {

  public Situation {
    entities = List.copyOf(entities);
  }

  Situation withState(JsonObject newState) {
    return new Situation(newState, entities);
  }
}
