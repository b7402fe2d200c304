/**
 * Decides what may happen: conditions, effects, dice, random events, endings, balance trials.
 *
 * <p>Everything is a pure function of its arguments: no clock, no thread, no file, no logger, and
 * all chance comes from a {@link quietstories.rules.Dice} that the caller seeds. The trials play
 * the very referee that judges a player's turn. Start with {@link quietstories.rules.Rulebook} and
 * {@link quietstories.rules.Referee}; conditions begin at {@link quietstories.rules.JsonLogic}.
 */
@NullMarked
package quietstories.rules;

import org.jspecify.annotations.NullMarked;
