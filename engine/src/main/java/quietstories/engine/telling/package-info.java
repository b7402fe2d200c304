/**
 * Those who tell a turn: {@link quietstories.engine.telling.BuiltinNarrator}, who needs no model,
 * and {@link quietstories.engine.telling.ModelNarrator}, who asks one.
 *
 * <p>The built-in one composes ({@code Composition}, {@code PhraseBook}, {@code Words}); the other
 * holds a {@code Conversation} with a model, whose {@code Protocol} hears the story in its answers
 * ({@code AnswerStream}, {@code Veil}, {@code FirstWords}, {@code Echo}). The engine knows neither,
 * only the port {@link quietstories.engine.Narrator}.
 */
@NullMarked
package quietstories.engine.telling;

import org.jspecify.annotations.NullMarked;
