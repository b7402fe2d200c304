package quietstories.memory;

import quietstories.story.Memory;

/** The memories among which one question is asked. */
record Field(Mind mind, Sight sight, Question question) {

  /** Returns whether the point of view may know what is in the slot. */
  boolean sees(int slot) {
    return mind.live().has(slot) && sight.sees(mind.shelf().memory(slot));
  }

  /** Returns whether it may be found: seen, and of the owner and scope that were asked for. */
  boolean holds(int slot) {
    if (!sees(slot)) {
      return false;
    }
    Memory memory = mind.shelf().memory(slot);
    return (question.owner().isEmpty() || question.owner().get().equals(memory.owner()))
        && (question.scope().isEmpty() || question.scope().get() == memory.scope());
  }

  /** Returns the tally of all that is seen. */
  Tally seen() {
    int count = 0;
    long words = 0;
    for (var entry : mind.tallies().entrySet()) {
      Tally seen = sight.seen(entry.getKey(), entry.getValue());
      count += seen.open();
      words += seen.openWords();
    }
    return new Tally(count, words, 0, 0);
  }
}
