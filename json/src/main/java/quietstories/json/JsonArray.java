package quietstories.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** A JSON array. */
public record JsonArray(List<Json> elements) implements Json {

  /** The array without elements. */
  public static final JsonArray EMPTY = new JsonArray(List.of());

  public JsonArray {
    elements = List.copyOf(elements);
  }

  /** Returns the array of {@code elements}. */
  public static JsonArray of(Json... elements) {
    return new JsonArray(List.of(elements));
  }

  /** Returns the array of the strings in {@code texts}. */
  public static JsonArray ofTexts(Collection<String> texts) {
    return new JsonArray(texts.stream().map(Json::of).toList());
  }

  /** Returns the elements that are objects, in order. */
  public Stream<JsonObject> objects() {
    return elements.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
  }

  /** Returns the elements that are strings, in order. */
  public Stream<String> texts() {
    return elements.stream().flatMap(element -> element.asText().stream());
  }

  /** Returns the element whose zero-based index {@code segment} spells, or empty. */
  Optional<Json> element(String segment) {
    OptionalInt index = index(segment);
    return index.isPresent() && index.getAsInt() < elements.size()
        ? Optional.of(elements.get(index.getAsInt()))
        : Optional.empty();
  }

  /** Returns this array with {@code value} at its end. */
  public JsonArray append(Json value) {
    List<Json> copy = new ArrayList<>(elements);
    copy.add(value);
    return new JsonArray(copy);
  }

  /** Returns this array without its last element; the empty array stays as it is. */
  public JsonArray dropLast() {
    return elements.isEmpty() ? this : new JsonArray(elements.subList(0, elements.size() - 1));
  }

  JsonArray replace(int index, Json value) {
    List<Json> copy = new ArrayList<>(elements);
    copy.set(index, value);
    return new JsonArray(copy);
  }

  static OptionalInt index(String segment) {
    boolean digits =
        !segment.isEmpty()
            && segment.length() <= 9
            && segment.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? OptionalInt.of(Integer.parseInt(segment)) : OptionalInt.empty();
  }

  @Override
  public String toString() {
    return write();
  }
}
