/**
 * The nouns: scenarios, sessions, turns and what they are made of.
 *
 * <p>Records only. A record checks itself, so a value that exists is valid; each knows its JSON
 * form ({@code toJson}, {@code from}), which is the one of the public interface. Nothing in here
 * decides, stores or tells anything. Start with {@link quietstories.story.ScenarioSpec} and {@link
 * quietstories.story.Turn}.
 */
@NullMarked
package quietstories.story;

import org.jspecify.annotations.NullMarked;
