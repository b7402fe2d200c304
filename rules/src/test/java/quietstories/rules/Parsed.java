package quietstories.rules;

import quietstories.json.Json;
import quietstories.json.JsonObject;
import quietstories.json.JsonReader;

/** JSON as tests like to write it: single quotes stand for double ones. */
final class Parsed {

  private Parsed() {}

  static Json json(String text) {
    return JsonReader.read(text.replace('\'', '"'));
  }

  static JsonObject object(String text) {
    return (JsonObject) json(text);
  }
}
