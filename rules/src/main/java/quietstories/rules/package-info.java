/**
 * Decides what may happen: conditions, effects, dice, random events, endings, balance trials.
 *
 * <p>Pure: no clock, no thread, no logger, no I/O. Chance comes in as {@link
 * quietstories.rules.Dice}, which a seed decides. Start with {@link quietstories.rules.Referee}.
 */
@NullMarked
package quietstories.rules;

import org.jspecify.annotations.NullMarked;
