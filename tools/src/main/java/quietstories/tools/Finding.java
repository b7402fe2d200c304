package quietstories.tools;

import java.util.List;
import java.util.Optional;
import quietstories.story.Roll;
import quietstories.story.ToolFate;

/** What a call came to, before it is known who else asked for the same. */
record Finding(
    ToolFate fate, String text, List<Roll> rolls, Optional<Throwable> fault, long start, long end) {

  Finding(ToolFate fate, String text, long at) {
    this(fate, text, List.of(), Optional.empty(), at, at);
  }

  /** Returns the same for somebody who asks again, which takes no time and lets no dice fall. */
  Finding again(long now) {
    ToolFate again = fate == ToolFate.OK ? ToolFate.MEMOISED : fate;
    return new Finding(again, text, List.of(), Optional.empty(), now, now);
  }
}
