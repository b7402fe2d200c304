/**
 * The vendors of language models: the one place that speaks HTTP to them.
 *
 * <p>Knows the port in {@code model} and nothing of the engine or the web. Start with {@link
 * quietstories.providers.ModelSelection}, which finds a server, and {@link
 * quietstories.providers.ServedModel}, which asks it.
 */
@NullMarked
package quietstories.providers;

import org.jspecify.annotations.NullMarked;
