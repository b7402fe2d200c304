package quietstories.rules;

import java.util.List;
import quietstories.story.Problem;

/** The result of reading an input. */
public sealed interface IntentReading {

  /** The input has a meaning. */
  record Understood(Intent intent) implements IntentReading {}

  /** The input names an action that does not exist, or gives it arguments that do not fit. */
  record Misread(List<Problem> problems) implements IntentReading {

    public Misread {
      problems = List.copyOf(problems);
    }
  }
}
