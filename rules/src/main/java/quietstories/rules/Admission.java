package quietstories.rules;

import java.util.List;
import quietstories.story.RefusedChange;
import quietstories.story.StateChange;

/**
 * What of a narrator's wishes took effect.
 *
 * @param admitted in the narrator's order
 * @param refused with the reason for each
 * @param after the situation that they leave
 */
public record Admission(List<StateChange> admitted, List<RefusedChange> refused, Situation after) {

  public Admission {
    admitted = List.copyOf(admitted);
    refused = List.copyOf(refused);
  }
}
