package quietstories.memory;

/**
 * A change that was made.
 *
 * @param mind what is known afterwards
 * @param back what takes the change back
 */
public record Step(Mind mind, Reversal back) {}
