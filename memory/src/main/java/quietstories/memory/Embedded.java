package quietstories.memory;

import quietstories.story.MemoryId;

/**
 * The meaning of a memory.
 *
 * @param content the text that was embedded; the meaning counts only while this is the content
 */
public record Embedded(MemoryId id, String content, Meaning meaning) {}
