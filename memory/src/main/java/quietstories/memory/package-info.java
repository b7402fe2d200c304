/**
 * Who knows what: memories, relationships and emotions, and what of them a point of view may see.
 *
 * <p>Pure: no I/O, no clock, no threads, no logger, no language model.
 */
@NullMarked
package quietstories.memory;

import org.jspecify.annotations.NullMarked;
