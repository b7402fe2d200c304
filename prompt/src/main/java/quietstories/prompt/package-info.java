/**
 * What the narrator is told: a fixed part, a part that grows only at its end, and a last message.
 *
 * <p>Knows neither vendors nor the engine. Everything that a player or a model wrote enters a
 * prompt as quoted data. Start with {@link quietstories.prompt.PromptWriter}.
 */
@NullMarked
package quietstories.prompt;

import org.jspecify.annotations.NullMarked;
