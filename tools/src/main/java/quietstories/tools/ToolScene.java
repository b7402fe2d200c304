package quietstories.tools;

import java.util.Optional;
import java.util.function.Function;
import quietstories.json.JsonPath;
import quietstories.rules.Dice;
import quietstories.rules.NarratorGate;
import quietstories.rules.Rulebook;
import quietstories.story.EntityId;

/**
 * The turn in which tools are called.
 *
 * @param gate decides what may happen; the workbench alone uses it until the telling is over
 * @param dice for this turn's tools alone
 * @param seenEarlier what stood at a place when a tool of an earlier turn last looked at it; empty
 *     if none did. Asked only by tools that look back, on any thread
 */
public record ToolScene(
    Rulebook rules,
    NarratorGate gate,
    EntityId pointOfView,
    Minds minds,
    Dice dice,
    Function<JsonPath, Optional<Sighting>> seenEarlier) {}
