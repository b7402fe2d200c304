package quietstories.memory;

import quietstories.story.MemoryId;

/**
 * The meaning of a memory.
 *
 * @param content what the memory said when it was embedded, maybe after its owner's name; the
 *     meaning counts only while this is the content
 */
public record Embedded(MemoryId id, String content, Meaning meaning) {}
