package quietstories.memory;

import java.util.List;
import java.util.Optional;
import quietstories.story.Memory;

/** Puts several memories of one owner, scope and visibility into one text. */
@FunctionalInterface
public interface Summariser {

  /** Returns the text that stands for all of them, or empty if they should stay as they are. */
  Optional<String> summarise(List<Memory> memories);
}
