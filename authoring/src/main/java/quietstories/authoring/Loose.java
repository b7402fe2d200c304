package quietstories.authoring;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonBoolean;
import quietstories.json.JsonNull;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;
import quietstories.json.JsonString;

/** Small readings of loosely written JSON: one habit of models each. */
final class Loose {

  private static final Pattern NUMERAL = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,18})?");
  private static final Set<String> ARITHMETIC = Set.of("inc", "dec", "mul");

  private Loose() {}

  /** Returns the number that a text spells; anything else stays as it is. */
  static Json number(Json written) {
    if (!(written instanceof JsonString(String text))) {
      return written;
    }
    String numeral = text.strip();
    return NUMERAL.matcher(numeral).matches() ? Json.of(Double.parseDouble(numeral)) : written;
  }

  /** Returns {@code json} without members that are null, which stand for missing ones. */
  static JsonObject withoutNulls(JsonObject json) {
    JsonObject.Builder kept = JsonObject.builder();
    json.members()
        .forEach(
            (name, value) -> {
              if (value != JsonNull.NULL) {
                kept.put(name, value);
              }
            });
    return kept.build();
  }

  /** Returns {@code json} with its member {@code from} under the name {@code to} instead. */
  static JsonObject renamed(JsonObject json, String from, String to) {
    return json.member(from).map(value -> json.without(from).with(to, value)).orElse(json);
  }

  /** Returns {@code json} with an id: its own, else its name in lower case, else {@code other}. */
  static JsonObject identified(JsonObject json, String other) {
    Optional<String> id = json.text("id").filter(text -> !text.isBlank());
    String made =
        id.or(() -> json.number("id").map(Json::write))
            .or(() -> json.text("name").map(Loose::slug))
            .filter(text -> !text.isEmpty())
            .orElse(other);
    return json.with("id", Json.of(made));
  }

  private static String slug(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", "_")
        .replaceAll("^_+|_+$", "");
  }

  /** Returns a condition: what is missing or {@code true} is empty, a list must hold as a whole. */
  static Json condition(Optional<Json> written) {
    Json condition = written.orElse(JsonObject.EMPTY);
    if (condition == JsonBoolean.TRUE || condition.equals(JsonArray.EMPTY)) {
      return JsonObject.EMPTY;
    }
    return condition instanceof JsonArray ? JsonObject.of("and", condition) : condition;
  }

  /** Returns {@code json} with those members as lists of changes, empty where they are missing. */
  static JsonObject changes(JsonObject json, List<String> names) {
    JsonObject tidied = json;
    for (String name : names) {
      tidied = tidied.with(name, list(json.member(name).orElse(JsonArray.EMPTY)));
    }
    return tidied;
  }

  /** Returns {@code json} with those of the members that it has as lists of changes. */
  static JsonObject changesIfAny(JsonObject json, List<String> names) {
    return changes(json, names.stream().filter(json.members()::containsKey).toList());
  }

  private static Json list(Json written) {
    return switch (written) {
      case JsonObject one -> JsonArray.of(change(one));
      case JsonArray(List<Json> elements) ->
          new JsonArray(
              elements.stream()
                  .map(element -> element instanceof JsonObject one ? change(one) : element)
                  .toList());
      case JsonString _, JsonNumber _, JsonBoolean _, JsonNull _ -> written;
    };
  }

  private static Json change(JsonObject written) {
    JsonObject change =
        written.member("op").isPresent() ? written : renamed(written, "operation", "op");
    Optional<String> op = change.text("op").map(text -> text.strip().toLowerCase(Locale.ROOT));
    if (op.isEmpty()) {
      return change;
    }
    Json value = change.member("value").orElse(JsonNull.NULL);
    Json read = ARITHMETIC.contains(op.get()) ? number(value) : value;
    return change.with("op", Json.of(op.get())).with("value", read);
  }
}
