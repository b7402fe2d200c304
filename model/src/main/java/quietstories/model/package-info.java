/**
 * The port to language models: messages in, a stream of text out, errors that say whether to retry.
 *
 * <p>Knows no vendor and no HTTP. Start with {@link quietstories.model.ChatModel}.
 */
@NullMarked
package quietstories.model;

import org.jspecify.annotations.NullMarked;
