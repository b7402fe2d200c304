package quietstories.story;

import java.util.List;
import java.util.Optional;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonNull;
import quietstories.json.JsonObject;

/**
 * What the rules decided about an input before anything was told.
 *
 * @param ruling permitted, refused or free
 * @param rolls the dice that fell
 * @param events the random events that fired, in the order of the scenario
 * @param changes everything the rules changed, in order: the action's effects, the events', decay
 * @param skipped effects that could not be applied, with the reason
 */
public record Verdict(
    Ruling ruling,
    List<Roll> rolls,
    List<EventId> events,
    List<StateChange> changes,
    List<RefusedChange> skipped) {

  public Verdict {
    rolls = List.copyOf(rolls);
    events = List.copyOf(events);
    changes = List.copyOf(changes);
    skipped = List.copyOf(skipped);
  }

  /** Returns the ruling's name: {@code permitted}, {@code refused} or {@code freeform}. */
  public String kind() {
    return switch (ruling) {
      case Ruling.Permitted _ -> "permitted";
      case Ruling.Refused _ -> "refused";
      case Ruling.Freeform _ -> "freeform";
    };
  }

  /** Returns the action that was chosen, if any. */
  public Optional<ActionId> action() {
    return switch (ruling) {
      case Ruling.Permitted permitted -> Optional.of(permitted.action());
      case Ruling.Refused refused -> Optional.of(refused.action());
      case Ruling.Freeform _ -> Optional.empty();
    };
  }

  /** Returns why the action was refused, if it was. */
  public Optional<String> reason() {
    return ruling instanceof Ruling.Refused refused
        ? Optional.of(refused.reason())
        : Optional.empty();
  }

  /** Returns the form of the {@code verdict} event. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("kind", kind())
        .put("action_id", action().<Json>map(id -> Json.of(id.value())).orElse(JsonNull.NULL))
        .putText("reason", reason())
        .put("clause", ruling instanceof Ruling.Refused refused ? refused.clause() : JsonNull.NULL)
        .put("rolls", new JsonArray(rolls.stream().<Json>map(Roll::toJson).toList()))
        .put("events", JsonArray.ofTexts(events.stream().map(EventId::value).toList()))
        .put(
            "state_changes",
            new JsonArray(changes.stream().<Json>map(StateChange::toJson).toList()))
        .put("skipped", new JsonArray(skipped.stream().<Json>map(RefusedChange::toJson).toList()))
        .build();
  }

  /** Reads the form that {@link #toJson} writes. */
  public static Verdict from(JsonObject json) {
    return new Verdict(
        ruling(json),
        Required.list(json, "rolls", Roll::from),
        Required.ids(json, "events", EventId::new),
        Required.list(json, "state_changes", StateChange::from),
        Required.list(json, "skipped", RefusedChange::from));
  }

  private static Ruling ruling(JsonObject json) {
    Optional<ActionId> action = json.text("action_id").map(ActionId::new);
    return switch (json.text("kind").orElse("")) {
      case "permitted" -> new Ruling.Permitted(chosen(action));
      case "refused" ->
          new Ruling.Refused(
              chosen(action),
              json.member("clause").orElse(JsonNull.NULL),
              json.text("reason").orElse(""));
      default -> new Ruling.Freeform();
    };
  }

  private static ActionId chosen(Optional<ActionId> action) {
    return action.orElseThrow(() -> new InvalidStory("action_id", "must be a string"));
  }
}
