package quietstories.memory;

import java.util.OptionalInt;

/**
 * Why a memory was found.
 *
 * @param keywordRank its place by words, 1 for the best; empty if no word of it was asked for
 * @param semanticRank its place by meaning, 1 for the best; empty without vectors
 * @param recency from 1, of this turn, towards 0, long ago
 */
public record Why(OptionalInt keywordRank, OptionalInt semanticRank, double recency) {}
