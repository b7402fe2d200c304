package quietstories.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import quietstories.json.JsonArray;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;
import quietstories.json.TornJson;
import quietstories.memory.RelationWish;
import quietstories.memory.Wish;
import quietstories.story.EmotionUpdate;
import quietstories.story.InvalidStory;

/**
 * What a model had to say after a turn. Only what can be read counts.
 *
 * @param ignored how many changes of the state it wished for, none of which can be granted
 */
record Afterthought(
    MindWishes wishes, List<String> suggestions, Optional<String> summary, int ignored) {

  private static final int LIST = 20;
  private static final int SUGGESTIONS = 5;
  private static final int SUGGESTION = 200;

  /** Returns what the answer says, or empty if it is not a complete JSON object. */
  static Optional<Afterthought> read(String answer, int turn) {
    int brace = answer.indexOf('{');
    if (brace < 0) {
      return Optional.empty();
    }
    TornJson.Reading reading = TornJson.object(answer.substring(brace));
    return reading.complete() ? Optional.of(of(reading.value(), turn)) : Optional.empty();
  }

  private static Afterthought of(JsonObject json, int turn) {
    return new Afterthought(
        new MindWishes(
            list(json, "memories", one -> memory(one, turn)),
            list(json, "relationships", one -> relationship(one, turn)),
            list(json, "emotions", Afterthought::emotion)),
        json.array("suggested_actions")
            .orElse(JsonArray.EMPTY)
            .texts()
            .map(String::strip)
            .filter(text -> !text.isEmpty() && text.length() <= SUGGESTION)
            .distinct()
            .limit(SUGGESTIONS)
            .toList(),
        json.text("summary").map(String::strip).filter(text -> !text.isEmpty()),
        json.array("state_changes").map(changes -> changes.elements().size()).orElse(0));
  }

  private static <T> List<T> list(
      JsonObject json, String key, Function<JsonObject, Optional<T>> read) {
    List<T> things = new ArrayList<>();
    json.array(key)
        .orElse(JsonArray.EMPTY)
        .objects()
        .limit(LIST)
        .forEach(one -> read.apply(one).ifPresent(things::add));
    return things;
  }

  private static Optional<Wish> memory(JsonObject json, int turn) {
    Optional<String> owner = json.text("owner");
    Optional<String> content = json.text("content").filter(text -> !text.isBlank());
    if (owner.isEmpty() || content.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Wish(
            owner.get(),
            content.get(),
            json.text("scope"),
            json.text("visibility"),
            importance(json),
            turn,
            List.of()));
  }

  private static OptionalInt importance(JsonObject json) {
    return json.integer("importance").stream()
        .filter(value -> value >= 1 && value <= 10)
        .mapToInt(value -> (int) value)
        .findFirst();
  }

  private static Optional<RelationWish> relationship(JsonObject json, int turn) {
    Optional<String> from = json.text("from");
    Optional<String> to = json.text("to");
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    OptionalDouble sentiment =
        json.number("sentiment").stream()
            .mapToDouble(JsonNumber::value)
            .filter(value -> value >= -1 && value <= 1)
            .findFirst();
    return Optional.of(
        new RelationWish(
            from.get(),
            to.get(),
            json.text("type"),
            sentiment,
            OptionalDouble.empty(),
            Optional.empty(),
            turn));
  }

  private static Optional<EmotionUpdate> emotion(JsonObject json) {
    try {
      return Optional.of(EmotionUpdate.from(json));
    } catch (InvalidStory invalid) {
      return Optional.empty();
    }
  }
}
