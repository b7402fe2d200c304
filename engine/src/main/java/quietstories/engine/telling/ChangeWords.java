package quietstories.engine.telling;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonBoolean;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;
import quietstories.json.JsonString;
import quietstories.prompt.Scene;
import quietstories.rules.Dice;
import quietstories.story.StateChange;

/** Finds what a player would notice in what the rules have changed. */
final class ChangeWords {

  private static final int LONGEST = 60;

  /** One in so many turns tells of what changes by itself in every turn. */
  private static final int SELDOM = 4;

  private final Scene scene;
  private final boolean withDecay;

  ChangeWords(Scene scene, Dice dice) {
    this.scene = scene;
    this.withDecay = dice.below(SELDOM) == 0;
  }

  /** Something to tell: a section of the phrase book and what fills its slots. */
  record Occasion(String section, Map<String, String> slots) {}

  /** Returns the occasions in the order of the changes, one for each place. */
  Stream<Occasion> occasions() {
    return scene.verdict().changes().stream()
        .filter(change -> withDecay || !isDecay(change))
        .map(this::place)
        .distinct()
        .flatMap(path -> occasion(path).stream());
  }

  private boolean isDecay(StateChange change) {
    JsonNumber step = scene.session().spec().budget().decayPerTurn().get(change.path());
    return step != null && step.equals(change.value());
  }

  private JsonPath place(StateChange change) {
    return change.place().within(scene.session().state());
  }

  private Optional<Occasion> occasion(JsonPath path) {
    Optional<Json> before = scene.session().state().at(path);
    Optional<Json> after = scene.state().at(path);
    if (before.equals(after) || after.isEmpty()) {
      return Optional.empty();
    }
    return switch (after.get()) {
      case JsonNumber now ->
          before
              .filter(JsonNumber.class::isInstance)
              .flatMap(b -> number(path, (JsonNumber) b, now));
      case JsonBoolean now ->
          Optional.of(
              new Occasion(now.value() ? "true" : "untrue", Map.of("thing", Words.fact(path))));
      case JsonString now -> text(path, now.value());
      case JsonArray now -> list(before, now);
      default -> Optional.empty();
    };
  }

  private static Optional<Occasion> number(JsonPath path, JsonNumber before, JsonNumber now) {
    if (path.segments().getLast().matches("(?i)turn|turns|time|clock|day|hour")) {
      return Optional.empty();
    }
    String thing = Words.thing(path);
    boolean many = thing.endsWith("s") && !thing.endsWith("ss");
    return Optional.of(
        new Occasion(
            (now.value() > before.value() ? "rises" : "falls") + (many ? " many" : ""),
            Map.of("thing", thing, "value", now.write(), "before", before.write())));
  }

  private static Optional<Occasion> text(JsonPath path, String now) {
    return now.isBlank() || now.length() > LONGEST
        ? Optional.empty()
        : Optional.of(
            new Occasion(
                "became", Map.of("thing", Words.thing(path), "value", now.replace('_', ' '))));
  }

  private static Optional<Occasion> list(Optional<Json> before, JsonArray now) {
    JsonArray old =
        before
            .filter(JsonArray.class::isInstance)
            .map(JsonArray.class::cast)
            .orElse(JsonArray.EMPTY);
    if (now.elements().size() > old.elements().size()) {
      return item(now.elements().getLast())
          .map(item -> new Occasion("gained", Map.of("item", item)));
    }
    boolean shorter = now.elements().size() < old.elements().size();
    return shorter
        ? item(old.elements().getLast()).map(item -> new Occasion("lost", Map.of("item", item)))
        : Optional.empty();
  }

  private static Optional<String> item(Json element) {
    Optional<String> name =
        element instanceof JsonObject object ? object.text("name") : element.asText();
    return name.map(text -> text.replace('_', ' ').strip())
        .filter(text -> !text.isEmpty() && text.length() <= LONGEST && !text.endsWith("."));
  }
}
