package quietstories.memory;

import quietstories.story.Memory;

/**
 * A memory that the operator's search found. It is no permission to show it to anybody in the
 * story: that is a {@link Recollection}.
 *
 * @param similarity from 0 to 1, how well it fits the question
 */
public record Finding(Memory memory, double similarity, Why why) {}
