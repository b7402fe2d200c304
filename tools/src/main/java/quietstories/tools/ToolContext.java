package quietstories.tools;

import java.util.Optional;
import java.util.function.Function;
import quietstories.json.JsonPath;
import quietstories.rules.Dice;
import quietstories.rules.Rulebook;
import quietstories.rules.Situation;
import quietstories.story.EntityId;

/**
 * What a tool sees: the story as it stands after every write that was called before, and nothing
 * that happens later.
 *
 * @param rules the scenario's rules
 * @param situation state and cast
 * @param pointOfView through whose eyes the story is told
 * @param minds what may be known of memories and relationships
 * @param dice to be forked and never drawn from, so that no tool shifts another one's chance
 * @param lastSeen what stood at a place when a tool last looked at it, in this turn or an earlier
 *     one; empty if none did did, and always for a tool that does not look back
 */
public record ToolContext(
    Rulebook rules,
    Situation situation,
    EntityId pointOfView,
    Minds minds,
    Dice dice,
    Function<JsonPath, Optional<Sighting>> lastSeen) {}
