package quietstories.memory;

import java.util.Optional;
import java.util.OptionalDouble;
import quietstories.story.MemoryId;

/**
 * What somebody says that one is to another.
 *
 * @param from an id, a name or an alias
 * @param to an id, a name or an alias
 * @param type such as {@code friendship}; the type stays as it was if empty
 * @param sentiment from -1 to 1; stays as it was if empty
 * @param strength from 0 to 1, also how much the wish weighs; 0.5 if empty
 * @param evidence the memory it was gathered from, if any
 * @param turn when
 */
public record RelationWish(
    String from,
    String to,
    Optional<String> type,
    OptionalDouble sentiment,
    OptionalDouble strength,
    Optional<MemoryId> evidence,
    int turn) {}
