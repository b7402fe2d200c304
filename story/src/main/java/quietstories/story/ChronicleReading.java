package quietstories.story;

import java.util.List;

/** The result of reading a chronicle from JSON. */
public sealed interface ChronicleReading {

  /** The document is one. */
  record Valid(Chronicle chronicle) implements ChronicleReading {}

  /** The document is none; {@code problems} names everything that is wrong, not just the first. */
  record Invalid(List<Problem> problems) implements ChronicleReading {

    public Invalid {
      problems = List.copyOf(problems);
    }
  }
}
