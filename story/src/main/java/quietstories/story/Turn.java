package quietstories.story;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;

/**
 * One turn that was played. It never changes.
 *
 * @param number counted from 1
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
  }

  /** Creates a turn in which no tool was called. */
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

  /** Returns this turn, whose input came with that key. */
  public Turn withKey(IdempotencyKey key) {
    return new Turn(
        number,
        timestamp,
        input.withKey(key),
        verdict,
        outcome,
        narratorRolls,
        admitted,
        refused,
        faults,
        narrator,
        ending,
        toolUses);
  }

  /** Returns the whole turn as JSON, from which {@link #from} makes an equal one. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("turn", number)
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

  /** Reads the form that {@link #toJson} writes. */
  public static Turn from(JsonObject json) {
    return new Turn(
        (int) json.integer("turn").orElseThrow(),
        Instant.parse(Required.text(json, "timestamp")),
        PlayerInput.from(json.object("input").orElseThrow()),
        Verdict.from(json.object("verdict").orElseThrow()),
        Outcome.from(json.object("outcome").orElseThrow()),
        json.array("rolls").orElse(JsonArray.EMPTY).objects().map(Roll::from).toList(),
        json.array("admitted").orElse(JsonArray.EMPTY).objects().map(StateChange::from).toList(),
        json.array("refused").orElse(JsonArray.EMPTY).objects().map(RefusedChange::from).toList(),
        json.array("faults").orElse(JsonArray.EMPTY).texts().toList(),
        NarratorIdentity.from(json.object("narrator").orElseThrow()),
        json.object("ending").map(Ending::from),
        json.array("tool_calls").orElse(JsonArray.EMPTY).objects().map(ToolUse::from).toList());
  }
}
