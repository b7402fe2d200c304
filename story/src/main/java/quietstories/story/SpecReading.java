package quietstories.story;

import java.util.List;

/** The result of reading a scenario from JSON. */
public sealed interface SpecReading {

  /** The document is a scenario. */
  record Valid(ScenarioSpec spec) implements SpecReading {}

  /** The document is none; {@code problems} names everything that is wrong, not just the first. */
  record Invalid(List<Problem> problems) implements SpecReading {

    public Invalid {
      problems = List.copyOf(problems);
    }
  }
}
