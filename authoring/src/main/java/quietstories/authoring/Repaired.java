package quietstories.authoring;

import java.util.List;
import quietstories.story.ScenarioSpec;

/**
 * A scenario after its mechanical repairs.
 *
 * @param notes what was changed, one sentence each; empty if nothing was
 */
record Repaired(ScenarioSpec spec, List<String> notes) {

  Repaired {
    notes = List.copyOf(notes);
  }
}
