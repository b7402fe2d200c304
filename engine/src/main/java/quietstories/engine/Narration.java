package quietstories.engine;

import java.util.List;
import quietstories.model.ModelAnswer;
import quietstories.story.Outcome;
import quietstories.tools.ToolRun;

/**
 * What a narrator told.
 *
 * @param outcome its state changes are proposals that nobody has admitted yet
 * @param faults what of the answer could not be read, in words
 * @param calls the model calls that were made, in order
 * @param tools the tools that were called, in the narrator's order
 */
public record Narration(
    Outcome outcome, List<String> faults, List<ModelAnswer> calls, List<ToolRun> tools) {

  public Narration {
    faults = List.copyOf(faults);
    calls = List.copyOf(calls);
    tools = List.copyOf(tools);
  }
}
