package quietstories.json;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random trees and paths for properties. */
final class Trees {

  private Trees() {}

  static Arbitrary<Json> any() {
    return Arbitraries.lazyOf(
        Trees::leaf, Trees::leaf, Trees::leaf, () -> list(any()), () -> object(any()));
  }

  static Arbitrary<JsonObject> objects() {
    return object(any()).map(JsonObject.class::cast);
  }

  /** Paths that often hit something in {@link #objects}. */
  static Arbitrary<JsonPath> paths() {
    return segment().list().ofMinSize(1).ofMaxSize(4).map(JsonPath::new);
  }

  static Arbitrary<Json> leaf() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(6).filter(Trees::isWhole).map(Json::of),
        Arbitraries.longs().map(Json::of),
        Arbitraries.doubles().map(Json::of),
        Arbitraries.of(JsonBoolean.TRUE, JsonBoolean.FALSE, JsonNull.NULL));
  }

  private static Arbitrary<Json> list(Arbitrary<Json> elements) {
    return elements.list().ofMaxSize(3).map(JsonArray::new);
  }

  private static Arbitrary<Json> object(Arbitrary<Json> values) {
    return Combinators.combine(names(), values)
        .as(JsonObject::of)
        .list()
        .ofMaxSize(4)
        .map(Trees::merged);
  }

  private static JsonObject merged(List<JsonObject> members) {
    return members.stream().reduce(JsonObject.EMPTY, JsonObject::merge);
  }

  static Arbitrary<String> names() {
    return Arbitraries.of("a", "b", "c", "health", "bag");
  }

  private static Arbitrary<String> segment() {
    return Arbitraries.oneOf(names(), Arbitraries.of("0", "1", "2", "3"));
  }

  private static boolean isWhole(String text) {
    return text.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c));
  }
}
