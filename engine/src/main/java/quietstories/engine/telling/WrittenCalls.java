package quietstories.engine.telling;

import java.util.List;
import java.util.stream.Collectors;
import quietstories.model.Message;
import quietstories.model.ModelAnswer;
import quietstories.tools.ToolRun;

/** The answers to calls that a model wrote into its JSON, since its server knows no calls. */
final class WrittenCalls {

  private WrittenCalls() {}

  /** Returns the answer as it was given and the results of its calls, in their order. */
  static List<Message> exchange(ModelAnswer answer, List<ToolRun> runs) {
    String results =
        runs.stream()
            .map(
                run ->
                    "- "
                        + run.use().name()
                        + " "
                        + run.use().arguments().write()
                        + ": "
                        + run.use().result())
            .collect(
                Collectors.joining(
                    "\n", "What you asked for:\n", "\nNow tell the turn, in the same form."));
    return List.of(Message.assistant(answer.text()), Message.user(results));
  }
}
