package quietstories.tools;

import quietstories.rules.Dice;
import quietstories.rules.NarratorGate;
import quietstories.rules.Rulebook;
import quietstories.story.EntityId;

/**
 * The turn in which tools are called.
 *
 * @param gate decides what may happen; the workbench alone uses it until the telling is over
 * @param dice for this turn's tools alone
 */
public record ToolScene(
    Rulebook rules, NarratorGate gate, EntityId pointOfView, Minds minds, Dice dice) {}
