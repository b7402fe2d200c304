package quietstories.story;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;

/**
 * One turn that was played. It never changes.
 *
 * @param number counted from 1
 * @param attempt 0, or how often this turn was played again under new dice
 * @param timestamp when its input arrived
 * @param input what the player sent
 * @param verdict what the rules decided before the telling
 * @param outcome what was told and what took effect
 * @param narratorRolls the dice that fell because the narrator asked for them
 * @param admitted the narrator's changes that took effect
 * @param refused the narrator's changes that did not, with the reason
 * @param faults what of the narrator's answer could not be read, in words
 * @param narrator who told it
 * @param ending the ending that this turn brought, if any
 * @param toolUses the tools that the narrator called, in its order
 */
public record Turn(
    int number,
    int attempt,
    Instant timestamp,
    PlayerInput input,
    Verdict verdict,
    Outcome outcome,
    List<Roll> narratorRolls,
    List<StateChange> admitted,
    List<RefusedChange> refused,
    List<String> faults,
    NarratorIdentity narrator,
    Optional<Ending> ending,
    List<ToolUse> toolUses) {

  public Turn {
    narratorRolls = List.copyOf(narratorRolls);
    admitted = List.copyOf(admitted);
    refused = List.copyOf(refused);
    faults = List.copyOf(faults);
    toolUses = List.copyOf(toolUses);
    if (number < 1) {
      throw new InvalidStory("turn", "turns count from 1, not " + number);
    }
    if (attempt < 0) {
      throw new InvalidStory("attempt", "must be 0 or above, not " + attempt);
    }
  }

  /** Creates a turn that was played once, and in which no tool was called. */
  public Turn(
      int number,
      Instant timestamp,
      PlayerInput input,
      Verdict verdict,
      Outcome outcome,
      List<Roll> narratorRolls,
      List<StateChange> admitted,
      List<RefusedChange> refused,
      List<String> faults,
      NarratorIdentity narrator,
      Optional<Ending> ending) {
    this(
        number,
        0,
        timestamp,
        input,
        verdict,
        outcome,
        narratorRolls,
        admitted,
        refused,
        faults,
        narrator,
        ending,
        List.of());
  }

  /** Returns this turn as the one that was played again for the given time, 0 for never. */
  public Turn asAttempt(int newAttempt) {
    return with(newAttempt, input, faults);
  }

  /** Returns this turn with those faults besides its own. */
  public Turn withFaults(List<String> more) {
    return with(attempt, input, Stream.concat(faults.stream(), more.stream()).toList());
  }

  /** Returns this turn, whose input came with that key. */
  public Turn withKey(IdempotencyKey key) {
    return with(attempt, input.withKey(key), faults);
  }

  private Turn with(int newAttempt, PlayerInput newInput, List<String> newFaults) {
    return new Turn(
        number,
        newAttempt,
        timestamp,
        newInput,
        verdict,
        outcome,
        narratorRolls,
        admitted,
        refused,
        newFaults,
        narrator,
        ending,
        toolUses);
  }

  /** Returns the whole turn as JSON, from which {@link #from} makes an equal one. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("turn", number)
        .put("attempt", attempt)
        .put("timestamp", timestamp.toString())
        .put("input", input.toJson())
        .put("verdict", verdict.toJson())
        .put("outcome", outcome.toJson())
        .put("rolls", new JsonArray(narratorRolls.stream().<Json>map(Roll::toJson).toList()))
        .put("admitted", new JsonArray(admitted.stream().<Json>map(StateChange::toJson).toList()))
        .put("refused", new JsonArray(refused.stream().<Json>map(RefusedChange::toJson).toList()))
        .put("faults", JsonArray.ofTexts(faults))
        .put("narrator", narrator.toJson())
        .putOrNull("ending", ending.map(Ending::toJson))
        .put("tool_calls", new JsonArray(toolUses.stream().<Json>map(ToolUse::toJson).toList()))
        .build();
  }

  /**
   * Reads the form that {@link #toJson} writes. A missing attempt is the first.
   *
   * @throws InvalidStory if it is not that
   */
  public static Turn from(JsonObject json) {
    return new Turn(
        Required.count(json, "turn"),
        json.member("attempt").isPresent() ? Required.count(json, "attempt") : 0,
        Required.time(json, "timestamp"),
        Required.part(json, "input", PlayerInput::from),
        Required.part(json, "verdict", Verdict::from),
        Required.part(json, "outcome", Outcome::from),
        Required.list(json, "rolls", Roll::from),
        Required.list(json, "admitted", StateChange::from),
        Required.list(json, "refused", RefusedChange::from),
        Required.texts(json, "faults"),
        Required.part(json, "narrator", NarratorIdentity::from),
        Required.partOrNull(json, "ending", Ending::from),
        Required.list(json, "tool_calls", ToolUse::from));
  }
}
