package quietstories.memory;

import quietstories.story.Memory;
import quietstories.story.Visibility;

/** How many memories an owner has, and how many words are in them. */
record Tally(int open, long openWords, int secret, long secretWords) {

  static final Tally NONE = new Tally(0, 0, 0, 0);

  Tally plus(Memory memory, int words) {
    return changed(memory, 1, words);
  }

  Tally minus(Memory memory, int words) {
    return changed(memory, -1, -words);
  }

  private Tally changed(Memory memory, int by, int words) {
    return memory.visibility() == Visibility.PUBLIC
        ? new Tally(open + by, openWords + words, secret, secretWords)
        : new Tally(open, openWords, secret + by, secretWords + words);
  }
}
