package quietstories.story;

import java.util.OptionalInt;

/**
 * Something that held from one turn on, and perhaps until another.
 *
 * @param made the turn that made it
 * @param gone the first turn after which it held no more, later than {@code made}
 */
public record Held<T>(T thing, int made, OptionalInt gone) {

  public Held {
    if (made < 0) {
      throw new InvalidStory("made_turn", "must be 0 or above, not " + made);
    }
    if (gone.isPresent() && gone.getAsInt() <= made) {
      throw new InvalidStory("gone_turn", "must be after made_turn");
    }
  }

  /** Returns whether it held after that turn. */
  public boolean heldAt(int turn) {
    return made <= turn && (gone.isEmpty() || gone.getAsInt() > turn);
  }
}
