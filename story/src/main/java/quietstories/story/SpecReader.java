package quietstories.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonNull;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;

/** Reads a {@link ScenarioSpec} and collects every problem on the way. Unknown keys are ignored. */
public final class SpecReader {

  private final List<Problem> problems = new ArrayList<>();

  private SpecReader() {}

  /** Returns the scenario that {@code json} describes, or all that is wrong with it. */
  public static SpecReading read(JsonObject json) {
    SpecReader reader = new SpecReader();
    Optional<ScenarioSpec> spec = reader.spec(json);
    return spec.isPresent() && reader.problems.isEmpty()
        ? new SpecReading.Valid(spec.get())
        : new SpecReading.Invalid(reader.problems);
  }

  private Optional<ScenarioSpec> spec(JsonObject json) {
    Optional<String> id = text(json, JsonPath.ROOT, "id");
    Optional<String> name = text(json, JsonPath.ROOT, "name");
    Optional<Long> seed = seed(json);
    Optional<JsonObject> state = object(json, JsonPath.ROOT, "state");
    List<Entity> entities = list(json, "entities", false, (at, item) -> Entity.from(item));
    List<Action> actions = list(json, "actions", true, this::action);
    List<RandomEvent> events = list(json, "random_events", true, this::event);
    List<EndCondition> losses = list(json, "loss_conditions", true, this::condition);
    List<EndCondition> wins = list(json, "win_conditions", false, this::condition);
    Optional<NegativityBudget> budget = budget(json);
    NarratorRules rules = narratorRules(json);
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    return checked(
        JsonPath.ROOT,
        json,
        () ->
            new ScenarioSpec(
                json.text("spec_version").orElse("1.0"),
                id.orElseThrow(),
                name.orElseThrow(),
                seed.orElseThrow(),
                state.orElseThrow(),
                entities,
                actions,
                events,
                losses,
                wins,
                budget.orElseThrow(),
                json.text("opening").filter(text -> !text.isBlank()),
                json.text("point_of_view").filter(text -> !text.isBlank()).map(EntityId::new),
                rules));
  }

  private Action action(JsonPath at, JsonObject json) {
    ActionId id = new ActionId(text(json, at, "id").orElse("?"));
    String label = json.text("label").filter(text -> !text.isBlank()).orElse(spoken(id.value()));
    return new Action(
        id,
        label,
        json.text("description"),
        object(json, at, "params").orElse(JsonObject.EMPTY),
        object(json, at, "preconditions").orElse(JsonObject.EMPTY),
        changes(json, at, "effects", true),
        json.object("roll").map(roll -> actionRoll(at, json, roll)));
  }

  /** The effects of a roll stand beside it in the action or within it; both are accepted. */
  private ActionRoll actionRoll(JsonPath at, JsonObject action, JsonObject roll) {
    JsonPath in = at.child("roll");
    RollRequest request =
        checked(in, roll, () -> RollRequest.from(roll))
            .orElseGet(() -> new RollRequest("d20", Optional.empty(), 10));
    JsonObject both = roll.merge(action);
    return new ActionRoll(
        request, changes(both, at, "on_success", false), changes(both, at, "on_failure", false));
  }

  private RandomEvent event(JsonPath at, JsonObject json) {
    EventId id = new EventId(text(json, at, "id").orElse("?"));
    double weight = number(json, at, "weight").orElse(RandomEvent.MIN_WEIGHT);
    JsonObject when = object(json, at, "when").orElse(JsonObject.EMPTY);
    List<StateChange> effects = changes(json, at, "effects", true);
    boolean inRange = weight >= RandomEvent.MIN_WEIGHT && weight <= RandomEvent.MAX_WEIGHT;
    if (!inRange) {
      problem(at.child("weight"), "must be from 0.05 to 0.30", Json.of(weight));
    }
    return new RandomEvent(
        id,
        json.text("description"),
        inRange ? weight : RandomEvent.MIN_WEIGHT,
        when,
        effects,
        json.text("duration"));
  }

  private EndCondition condition(JsonPath at, JsonObject json) {
    EndingId id = new EndingId(text(json, at, "id").orElse("?"));
    JsonObject condition = object(json, at, "condition").orElse(JsonObject.of("!!", Json.of(0)));
    return new EndCondition(id, condition, text(json, at, "message").orElse(""));
  }

  private Optional<NegativityBudget> budget(JsonObject json) {
    JsonPath at = JsonPath.ROOT.child("negativity_budget");
    Optional<JsonObject> found = object(json, JsonPath.ROOT, "negativity_budget");
    if (found.isEmpty()) {
      return Optional.empty();
    }
    JsonObject budget = found.get();
    Map<String, JsonNumber> decay = new LinkedHashMap<>();
    JsonObject written = budget.object("decay_per_turn").orElse(JsonObject.EMPTY);
    written
        .members()
        .forEach(
            (path, value) -> {
              if (value instanceof JsonNumber number) {
                decay.put(path, number);
              } else {
                problem(at.child("decay_per_turn").child(path), "must be a number", value);
              }
            });
    Optional<Double> rate = number(budget, at, "min_fail_rate");
    return rate.flatMap(
        r -> checked(at.child("min_fail_rate"), Json.of(r), () -> new NegativityBudget(r, decay)));
  }

  private NarratorRules narratorRules(JsonObject json) {
    JsonPath at = JsonPath.ROOT.child("narrator_rules");
    JsonObject rules = json.object("narrator_rules").orElse(JsonObject.EMPTY);
    Map<String, NarratorRules.Bounds> bounds = new LinkedHashMap<>();
    Map<String, Double> steps = new LinkedHashMap<>();
    rules
        .object("bounds")
        .orElse(JsonObject.EMPTY)
        .members()
        .forEach((path, value) -> range(at.child("bounds").child(path), path, value, bounds));
    rules
        .object("max_step")
        .orElse(JsonObject.EMPTY)
        .members()
        .forEach((path, value) -> step(at.child("max_step").child(path), path, value, steps));
    return new NarratorRules(
        rules.array("protected").orElse(JsonArray.EMPTY).texts().toList(), bounds, steps);
  }

  private void range(
      JsonPath at, String path, Json value, Map<String, NarratorRules.Bounds> bounds) {
    if (value instanceof JsonArray(List<Json> ends)
        && ends.size() == 2
        && ends.get(0) instanceof JsonNumber min
        && ends.get(1) instanceof JsonNumber max) {
      checked(at, value, () -> new NarratorRules.Bounds(min.value(), max.value()))
          .ifPresent(found -> bounds.put(path, found));
    } else {
      problem(at, "must be a list of two numbers, [min, max]", value);
    }
  }

  private void step(JsonPath at, String path, Json value, Map<String, Double> steps) {
    if (value instanceof JsonNumber number && number.value() > 0) {
      steps.put(path, number.value());
    } else {
      problem(at, "must be a number above 0", value);
    }
  }

  private List<StateChange> changes(JsonObject json, JsonPath at, String key, boolean required) {
    Optional<JsonArray> written = array(json, at, key, required);
    List<StateChange> changes = new ArrayList<>();
    int index = 0;
    for (Json item : written.orElse(JsonArray.EMPTY).elements()) {
      JsonPath in = at.child(key).child(String.valueOf(index++));
      if (item instanceof JsonObject change) {
        checked(in, item, () -> StateChange.from(change)).ifPresent(changes::add);
      } else {
        problem(in, "must be an object with op, path and value", item);
      }
    }
    return changes;
  }

  /** Makes one thing of a list from its place and its JSON. */
  private interface Maker<T> {
    T make(JsonPath at, JsonObject json);
  }

  private <T> List<T> list(JsonObject json, String key, boolean required, Maker<T> maker) {
    List<T> things = new ArrayList<>();
    int index = 0;
    for (Json item : array(json, JsonPath.ROOT, key, required).orElse(JsonArray.EMPTY).elements()) {
      JsonPath at = JsonPath.ROOT.child(key).child(String.valueOf(index++));
      if (item instanceof JsonObject object) {
        checked(at, item, () -> maker.make(at, object)).ifPresent(things::add);
      } else {
        problem(at, "must be an object", item);
      }
    }
    return things;
  }

  private <T> Optional<T> checked(JsonPath at, Json input, Supplier<T> make) {
    try {
      return Optional.of(make.get());
    } catch (InvalidStory invalid) {
      problem(at, invalid.place() + " " + invalid.getMessage(), input);
      return Optional.empty();
    }
  }

  private Optional<Long> seed(JsonObject json) {
    if (json.integer("seed").isEmpty()) {
      problem(JsonPath.ROOT.child("seed"), "must be a whole number", orNull(json, "seed"));
      return Optional.empty();
    }
    return Optional.of(json.integer("seed").getAsLong());
  }

  private Optional<String> text(JsonObject json, JsonPath at, String key) {
    Optional<String> text = json.text(key).filter(found -> !found.isBlank());
    return required(text, json, at, key, "must be a text that is not blank");
  }

  private Optional<Double> number(JsonObject json, JsonPath at, String key) {
    return required(json.number(key).map(JsonNumber::value), json, at, key, "must be a number");
  }

  private Optional<JsonObject> object(JsonObject json, JsonPath at, String key) {
    return required(json.object(key), json, at, key, "must be an object");
  }

  private Optional<JsonArray> array(JsonObject json, JsonPath at, String key, boolean required) {
    boolean absent = !required && orNull(json, key) == JsonNull.NULL;
    return absent ? Optional.empty() : required(json.array(key), json, at, key, "must be a list");
  }

  private <T> Optional<T> required(
      Optional<T> found, JsonObject json, JsonPath at, String key, String message) {
    if (found.isEmpty()) {
      problem(at.child(key), message, orNull(json, key));
    }
    return found;
  }

  private static Json orNull(JsonObject json, String key) {
    return json.member(key).orElse(JsonNull.NULL);
  }

  private void problem(JsonPath at, String message, Json input) {
    problems.add(new Problem(at, message, input));
  }

  private static String spoken(String id) {
    Function<String, String> capital =
        text -> text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    String words = id.replaceAll("[_\\-]+", " ").strip();
    return words.isEmpty() ? id : capital.apply(words);
  }
}
