package quietstories.authoring;

import quietstories.json.Json;

/**
 * Quotes a player's words for a prompt. In quotes, with every quotation mark and line break in them
 * escaped, they cannot pass for the prompt's own words.
 */
final class Quoted {

  /** The most characters of a description that a model is given; the rest is left out. */
  static final int MOST = 16_000;

  private Quoted() {}

  /** Returns {@code words} as a JSON string on one line. */
  static String material(String words) {
    boolean whole = words.codePointCount(0, words.length()) <= MOST;
    return Json.of(whole ? words : words.substring(0, words.offsetByCodePoints(0, MOST))).write();
  }
}
