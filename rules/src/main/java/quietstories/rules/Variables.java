package quietstories.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonNull;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;
import quietstories.json.JsonString;
import quietstories.rules.LogicCompiler.Function;

/** The operators that read the data: {@code var}, {@code missing}, {@code missing_some}. */
enum Variables {
  /** Paths as JSONLogic has them: segments between dots. */
  PUBLISHED {
    @Override
    Optional<Json> read(String path, Json data) {
      Json here = data;
      for (String segment : path.split("\\.", -1)) {
        Optional<Json> child = member(here, segment);
        if (child.isEmpty()) {
          return Optional.empty();
        }
        here = child.get();
      }
      return Optional.of(here);
    }
  },
  /** Paths as scenarios have them: {@code state.x} is {@code x}, and {@code [0]} is an index. */
  SCENARIO {
    @Override
    Optional<Json> read(String path, Json data) {
      JsonPath written = JsonPath.parse(path);
      return data.at(data instanceof JsonObject state ? written.within(state) : written);
    }
  };

  static final Set<String> NAMES = Set.of("var", "missing", "missing_some");

  abstract Optional<Json> read(String path, Json data);

  Optional<Function> find(String name) {
    return switch (name) {
      case "var" -> Optional.of((v, data, _) -> variable(v, data));
      case "missing" -> Optional.of((v, data, _) -> missing(v, data));
      case "missing_some" -> Optional.of((v, data, _) -> missingSome(v, data));
      default -> Optional.empty();
    };
  }

  private Json variable(List<Json> v, Json data) {
    Json path = PlainOperators.at(v, 0);
    if (path == JsonNull.NULL || path.equals(new JsonString(""))) {
      return data;
    }
    return read(Js.string(path), data).orElse(PlainOperators.at(v, 1));
  }

  private Json missing(List<Json> v, Json data) {
    List<Json> keys =
        PlainOperators.at(v, 0) instanceof JsonArray(List<Json> elements) ? elements : v;
    List<Json> missing = new ArrayList<>();
    for (Json key : keys) {
      Json value = variable(List.of(key), data);
      if (value == JsonNull.NULL || value.equals(new JsonString(""))) {
        missing.add(key);
      }
    }
    return new JsonArray(missing);
  }

  private Json missingSome(List<Json> v, Json data) {
    List<Json> keys =
        PlainOperators.at(v, 1) instanceof JsonArray(List<Json> elements) ? elements : List.of();
    JsonArray missing = (JsonArray) missing(List.of(new JsonArray(keys)), data);
    int found = keys.size() - missing.elements().size();
    return found >= Js.number(PlainOperators.at(v, 0)) ? JsonArray.EMPTY : missing;
  }

  /** A property as the language has it, so that texts and lists know their length. */
  private static Optional<Json> member(Json here, String segment) {
    if (segment.equals("length")) {
      if (here instanceof JsonArray(List<Json> elements)) {
        return Optional.of(Json.of(elements.size()));
      }
      if (here instanceof JsonString(String text)) {
        return Optional.of(Json.of(text.length()));
      }
    }
    return here.child(segment);
  }
}
