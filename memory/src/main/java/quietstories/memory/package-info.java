/**
 * Who knows what: memories, relationships and emotions, and what of them a point of view may see.
 *
 * <p>Start at {@link quietstories.memory.Mind}, which holds all of it; {@link
 * quietstories.memory.Door} lets memories in, {@link quietstories.memory.View} is the only way in
 * which somebody in the story gets to see them.
 *
 * <p>Pure: no I/O, no clock, no threads, no logger, no language model.
 */
@NullMarked
package quietstories.memory;

import org.jspecify.annotations.NullMarked;
