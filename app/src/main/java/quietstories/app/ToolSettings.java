package quietstories.app;

import java.time.Duration;

/**
 * Bounds of the narrator's tool use.
 *
 * @param parallelReads 1 to 100 read tools at once
 * @param rounds 1 to 1000 model rounds in a turn
 * @param timeout 1 ms to 10 min for one call
 */
public record ToolSettings(int parallelReads, int rounds, Duration timeout) {}
