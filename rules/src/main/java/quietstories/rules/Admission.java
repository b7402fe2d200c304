package quietstories.rules;

import java.util.List;
import quietstories.story.RefusedChange;
import quietstories.story.StateChange;

/**
 * What became of a narrator's proposals.
 *
 * @param admitted those that happened, in the narrator's order
 * @param refused those that did not, in the same order, with the reason
 * @param after the situation that follows
 */
public record Admission(List<StateChange> admitted, List<RefusedChange> refused, Situation after) {

  public Admission {
    admitted = List.copyOf(admitted);
    refused = List.copyOf(refused);
  }
}
