/**
 * Turns a paragraph into a scenario that is checked, repaired and proved playable.
 *
 * <p>Knows nothing of HTTP, databases or running sessions. Start with {@link
 * quietstories.authoring.BuiltinAuthor}, which writes a scenario without any model: a {@link
 * quietstories.authoring.Description} is what it understands of the player's words, a {@link
 * quietstories.authoring.Genre} is the kind of story that it tells with them.
 */
@NullMarked
package quietstories.authoring;

import org.jspecify.annotations.NullMarked;
