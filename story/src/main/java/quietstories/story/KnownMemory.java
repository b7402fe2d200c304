package quietstories.story;

import java.util.Optional;

/**
 * A memory with its meaning.
 *
 * @param vector its meaning, if it was embedded already
 */
public record KnownMemory(Memory memory, Optional<Vector> vector) {}
