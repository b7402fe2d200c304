package quietstories.rules;

import java.util.List;
import quietstories.story.Problem;

/** The result of reading what an input means. */
public sealed interface IntentReading {

  /** The input means something under the rules. */
  record Understood(Intent intent) implements IntentReading {}

  /**
   * The input names what the scenario lacks. Places are the input's own: {@code action_id}, {@code
   * parameters.target}; each message says what would be right.
   */
  record Misread(List<Problem> problems) implements IntentReading {

    public Misread {
      problems = List.copyOf(problems);
    }
  }
}
