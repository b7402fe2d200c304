package quietstories.story;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonNull;
import quietstories.json.JsonObject;

/**
 * What a turn brought, as players and clients see it.
 *
 * @param narrative the text that was told, to the character
 * @param stateChanges every change that took effect in this turn, in order
 * @param rollRequests the dice that the narrator asked for
 */
public record Outcome(
    String narrative,
    List<Dialogue> visibleDialogue,
    List<StateChange> stateChanges,
    List<RollRequest> rollRequests,
    List<HiddenMemory> hiddenMemoryUpdates,
    List<EmotionUpdate> emotionalStateUpdates,
    List<String> suggestedActions) {

  public Outcome {
    visibleDialogue = List.copyOf(visibleDialogue);
    stateChanges = List.copyOf(stateChanges);
    rollRequests = List.copyOf(rollRequests);
    hiddenMemoryUpdates = List.copyOf(hiddenMemoryUpdates);
    emotionalStateUpdates = List.copyOf(emotionalStateUpdates);
    suggestedActions = List.copyOf(suggestedActions);
  }

  /** Returns an outcome that is a narrative and nothing else. */
  public static Outcome told(String narrative) {
    return new Outcome(narrative, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  /** Returns this outcome with those changes as the ones that took effect. */
  public Outcome withStateChanges(List<StateChange> changes) {
    return new Outcome(
        narrative,
        visibleDialogue,
        changes,
        rollRequests,
        hiddenMemoryUpdates,
        emotionalStateUpdates,
        suggestedActions);
  }

  /** Returns this outcome with that narrative. */
  public Outcome withNarrative(String newNarrative) {
    return new Outcome(
        newNarrative,
        visibleDialogue,
        stateChanges,
        rollRequests,
        hiddenMemoryUpdates,
        emotionalStateUpdates,
        suggestedActions);
  }

  /** Returns this outcome with those memory updates. */
  public Outcome withHiddenMemoryUpdates(List<HiddenMemory> updates) {
    return new Outcome(
        narrative,
        visibleDialogue,
        stateChanges,
        rollRequests,
        updates,
        emotionalStateUpdates,
        suggestedActions);
  }

  /**
   * Returns this outcome with the lists of {@code next}, of the same turn, behind its own; the
   * narrative and, where {@code next} has some, the suggestions are those of the later one.
   */
  public Outcome followedBy(Outcome next) {
    return new Outcome(
        next.narrative,
        both(visibleDialogue, next.visibleDialogue),
        both(stateChanges, next.stateChanges),
        both(rollRequests, next.rollRequests),
        both(hiddenMemoryUpdates, next.hiddenMemoryUpdates),
        both(emotionalStateUpdates, next.emotionalStateUpdates),
        next.suggestedActions.isEmpty() ? suggestedActions : next.suggestedActions);
  }

  private static <T> List<T> both(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  /** Returns this outcome with those suggestions. */
  public Outcome withSuggestedActions(List<String> suggestions) {
    return new Outcome(
        narrative,
        visibleDialogue,
        stateChanges,
        rollRequests,
        hiddenMemoryUpdates,
        emotionalStateUpdates,
        suggestions);
  }

  /** Returns the seven keys; an empty list is null there, except {@code state_changes}. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("narrative", narrative)
        .put("visible_dialogue", listOrNull(visibleDialogue, Dialogue::toJson))
        .put("state_changes", list(stateChanges, StateChange::toJson))
        .put("roll_requests", listOrNull(rollRequests, RollRequest::toJson))
        .put("hidden_memory_updates", listOrNull(hiddenMemoryUpdates, HiddenMemory::toJson))
        .put("emotional_state_updates", listOrNull(emotionalStateUpdates, EmotionUpdate::toJson))
        .put("suggested_actions", listOrNull(suggestedActions, Json::of))
        .build();
  }

  /** Reads the form that {@link #toJson} writes. */
  public static Outcome from(JsonObject json) {
    return new Outcome(
        Required.text(json, "narrative"),
        objects(json, "visible_dialogue", Dialogue::from),
        objects(json, "state_changes", StateChange::from),
        objects(json, "roll_requests", RollRequest::from),
        objects(json, "hidden_memory_updates", HiddenMemory::from),
        objects(json, "emotional_state_updates", EmotionUpdate::from),
        json.array("suggested_actions").orElse(JsonArray.EMPTY).texts().toList());
  }

  private static <T> List<T> objects(JsonObject json, String key, Function<JsonObject, T> read) {
    return json.array(key).orElse(JsonArray.EMPTY).objects().map(read).toList();
  }

  private static <T> JsonArray list(List<T> things, Function<T, Json> write) {
    return new JsonArray(things.stream().map(write).toList());
  }

  private static <T> Json listOrNull(List<T> things, Function<T, Json> write) {
    return things.isEmpty() ? JsonNull.NULL : list(things, write);
  }
}
