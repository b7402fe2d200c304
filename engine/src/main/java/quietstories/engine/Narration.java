package quietstories.engine;

import java.util.List;
import quietstories.model.ModelAnswer;
import quietstories.story.Outcome;

/**
 * What a narrator told.
 *
 * @param outcome its state changes are proposals that nobody has admitted yet
 * @param faults what of the answer could not be read, in words
 * @param calls the model calls that were made, in order
 */
public record Narration(Outcome outcome, List<String> faults, List<ModelAnswer> calls) {

  public Narration {
    faults = List.copyOf(faults);
    calls = List.copyOf(calls);
  }
}
