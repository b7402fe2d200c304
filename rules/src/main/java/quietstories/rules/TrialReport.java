package quietstories.rules;

import java.util.List;
import java.util.function.Function;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonNull;
import quietstories.json.JsonObject;
import quietstories.story.ActionId;
import quietstories.story.EndingId;
import quietstories.story.EventId;

/**
 * What many trials of a scenario showed.
 *
 * @param trials how many were played
 * @param losses how many were lost
 * @param wins how many were won; the rest reached the bound of turns
 * @param averageTurnsToLoss the mean length of the lost ones, 0 if there are none
 * @param averageTurnsToWin the mean length of the won ones, 0 if there are none
 * @param lossRate the share of all trials that were lost, 0 to 1
 * @param carefulSurvival the share of the careful trials that were not lost within 10 turns, 0 to 1
 * @param averageTurns the mean length of all
 * @param neverAvailable the actions that were offered in no state that any trial saw
 * @param neverFired the random events that happened in no trial
 * @param neverMet the endings that ended no trial
 * @param playableAtStart whether an action is offered at the start, and no ending is reached there
 */
public record TrialReport(
    int trials,
    int losses,
    int wins,
    double averageTurnsToLoss,
    double averageTurnsToWin,
    double lossRate,
    double carefulSurvival,
    double averageTurns,
    List<ActionId> neverAvailable,
    List<EventId> neverFired,
    List<EndingId> neverMet,
    boolean playableAtStart) {

  public TrialReport {
    neverAvailable = List.copyOf(neverAvailable);
    neverFired = List.copyOf(neverFired);
    neverMet = List.copyOf(neverMet);
  }

  /** Returns the report under names in snake case; an average over no trials is null. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("trials", trials)
        .put("losses", losses)
        .put("wins", wins)
        .put("average_turns_to_loss", losses == 0 ? JsonNull.NULL : Json.of(averageTurnsToLoss))
        .put("average_turns_to_win", wins == 0 ? JsonNull.NULL : Json.of(averageTurnsToWin))
        .put("loss_rate", lossRate)
        .put("careful_survival", carefulSurvival)
        .put("average_turns", averageTurns)
        .put("never_available", texts(neverAvailable, ActionId::value))
        .put("never_fired", texts(neverFired, EventId::value))
        .put("never_met", texts(neverMet, EndingId::value))
        .put("playable_at_start", playableAtStart)
        .build();
  }

  private static <T> JsonArray texts(List<T> ids, Function<T, String> text) {
    return JsonArray.ofTexts(ids.stream().map(text).toList());
  }
}
