package quietstories.story;

import quietstories.json.JsonObject;

/** Members that must be there. */
final class Required {

  private Required() {}

  static String text(JsonObject json, String name) {
    return json.text(name).orElseThrow(() -> new InvalidStory(name, "must be a string"));
  }
}
