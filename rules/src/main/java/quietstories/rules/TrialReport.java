package quietstories.rules;

import java.util.List;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.story.ActionId;
import quietstories.story.EndingId;
import quietstories.story.EventId;

/**
 * What came of playing a scenario many times.
 *
 * @param averageTurnsToLoss mean length of the lost trials, 0 if none was lost
 * @param averageTurnsToWin mean length of the won trials, 0 if none was won
 * @param lossRate lost trials among all, 0 to 1
 * @param carefulSurvival share of the careful trials that were not lost within 10 turns, 0 to 1
 * @param averageTurns mean length of all trials
 * @param neverAvailable actions that no trial could choose
 * @param neverFired events that no trial saw
 * @param neverMet endings that no trial reached
 * @param playableAtStart whether an action is available at the start and the story is not over
 *     there
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

  /** Returns all of it, in snake case. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("trials", trials)
        .put("losses", losses)
        .put("wins", wins)
        .put("average_turns_to_loss", averageTurnsToLoss)
        .put("average_turns_to_win", averageTurnsToWin)
        .put("loss_rate", lossRate)
        .put("careful_survival", carefulSurvival)
        .put("average_turns", averageTurns)
        .put(
            "actions_never_available",
            JsonArray.ofTexts(neverAvailable.stream().map(ActionId::value).toList()))
        .put(
            "events_never_fired",
            JsonArray.ofTexts(neverFired.stream().map(EventId::value).toList()))
        .put(
            "conditions_never_met",
            JsonArray.ofTexts(neverMet.stream().map(EndingId::value).toList()))
        .put("playable_at_start", playableAtStart)
        .build();
  }
}
