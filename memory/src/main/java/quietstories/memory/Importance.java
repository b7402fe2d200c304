package quietstories.memory;

import java.util.Set;
import quietstories.story.MemoryScope;

/**
 * How much a memory matters where nobody said it: by its scope (goals 6, relationships, beliefs and
 * emotions 5, else 4), and three more if it tells of a turning point.
 */
final class Importance {

  private static final Set<String> TURNING_POINTS =
      Words.stems(
          "die death dead kill murder betray betrayal secret swear oath vow promise love marry"
              + " rescue save destroy curse prophecy treasure confess steal poison war king queen");

  private Importance() {}

  /** Returns the estimate, from 1 to 10. */
  static int estimate(MemoryScope scope, String content) {
    int base =
        switch (scope) {
          case GOAL -> 6;
          case RELATIONSHIP, BELIEF, EMOTION -> 5;
          case EVENT, LOCATION, GENERAL -> 4;
        };
    boolean turning = Words.stems(content).stream().anyMatch(TURNING_POINTS::contains);
    return turning ? base + 3 : base;
  }
}
