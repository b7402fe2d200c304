package quietstories.engine.telling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonNull;
import quietstories.json.JsonObject;
import quietstories.json.TornJson;
import quietstories.model.ToolCall;
import quietstories.story.Dialogue;
import quietstories.story.EmotionUpdate;
import quietstories.story.HiddenMemory;
import quietstories.story.InvalidStory;
import quietstories.story.Outcome;
import quietstories.story.RollRequest;
import quietstories.story.StateChange;

/**
 * Reads the structured part of a narrator's answer. Whatever can be read counts; what cannot is
 * reported; nothing is invented and nothing of an earlier turn is ever used.
 */
final class OutcomeReader {

  private static final int SUGGESTIONS = 5;
  private static final int SUGGESTION_LENGTH = 200;
  private static final int LIST = 50;

  private final List<String> faults = new ArrayList<>();

  /** Returns the outcome of a narrative and the text of the structured part that came with it. */
  Outcome read(String narrative, String structured) {
    if (structured.isEmpty()) {
      return Outcome.told(narrative);
    }
    TornJson.Reading reading = TornJson.object(structured);
    if (!reading.complete()) {
      faults.add("the structured part of the answer was torn or garbled");
    }
    JsonObject json = unwrapped(reading.value());
    return new Outcome(
        narrative,
        list(json, "visible_dialogue", Dialogue::from),
        list(json, "state_changes", StateChange::from),
        list(json, "roll_requests", RollRequest::from),
        list(json, "hidden_memory_updates", HiddenMemory::from),
        list(json, "emotional_state_updates", EmotionUpdate::from),
        suggestions(json));
  }

  /**
   * Returns the tools that a model without calls of its own asks for in its JSON, as {@code
   * "tool_calls":[{"name","arguments"}]}.
   *
   * @param answer the number of the answer, which makes the calls' ids unique
   */
  List<ToolCall> calls(String structured, int answer) {
    List<ToolCall> calls = new ArrayList<>();
    if (!structured.isEmpty()) {
      JsonObject json = unwrapped(TornJson.object(structured).value());
      json.array("tool_calls")
          .orElse(JsonArray.EMPTY)
          .objects()
          .limit(LIST)
          .forEach(call -> calls.add(call(call, "written_" + answer + "_" + calls.size())));
    }
    return calls;
  }

  private static ToolCall call(JsonObject json, String id) {
    Json arguments = json.member("arguments").orElse(JsonObject.EMPTY);
    return new ToolCall(
        id, json.text("name").orElse(""), arguments.asText().orElseGet(arguments::write));
  }

  /** Returns what could not be read, in words. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  private static JsonObject unwrapped(JsonObject json) {
    return json.object("outcome").or(() -> json.object("Outcome")).orElse(json);
  }

  private <T> List<T> list(JsonObject json, String key, Function<JsonObject, T> read) {
    List<T> things = new ArrayList<>();
    int index = 0;
    for (Json item : items(json, key)) {
      String place = key + "." + index++;
      if (things.size() == LIST) {
        faults.add(key + ": only the first " + LIST + " count");
        break;
      }
      if (item instanceof JsonObject object) {
        read(place, object, read).ifPresent(things::add);
      } else {
        faults.add(place + ": must be an object");
      }
    }
    return things;
  }

  private <T> Optional<T> read(String place, JsonObject json, Function<JsonObject, T> read) {
    try {
      return Optional.of(read.apply(json));
    } catch (InvalidStory invalid) {
      faults.add(place + ": " + invalid.getMessage());
      return Optional.empty();
    }
  }

  /** A single object where a list is due is taken as a list of one. */
  private List<Json> items(JsonObject json, String key) {
    Json found = json.member(key).orElse(JsonNull.NULL);
    return switch (found) {
      case JsonArray array -> array.elements();
      case JsonObject object -> List.of(object);
      case JsonNull _ -> List.of();
      default -> {
        faults.add(key + ": must be a list");
        yield List.of();
      }
    };
  }

  private static List<String> suggestions(JsonObject json) {
    return json.array("suggested_actions")
        .orElse(JsonArray.EMPTY)
        .texts()
        .map(String::strip)
        .filter(text -> !text.isEmpty() && text.length() <= SUGGESTION_LENGTH)
        .distinct()
        .limit(SUGGESTIONS)
        .toList();
  }
}
