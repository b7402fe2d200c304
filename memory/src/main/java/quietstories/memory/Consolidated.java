package quietstories.memory;

import quietstories.story.MindChange;

/**
 * What consolidation would change.
 *
 * @param entitiesProcessed how many owners' memories were looked through
 * @param memoriesRemoved how many memories are gone, all reasons together
 * @param memoriesMerged how many of those went into a near-duplicate
 * @param memoriesSummarized how many of those went into a summary
 */
public record Consolidated(
    MindChange change,
    int entitiesProcessed,
    int memoriesRemoved,
    int memoriesMerged,
    int memoriesSummarized) {}
