package quietstories.json;

/**
 * What a reader accepts.
 *
 * @param depth the deepest nesting of objects and lists, at least 1
 * @param strictText whether lone surrogates and NUL characters are refused
 */
public record JsonLimits(int depth, boolean strictText) {

  /** For bodies from outside: 128 levels, whole text only. */
  public static final JsonLimits STRICT = new JsonLimits(128, true);

  /** For pieces of a model's stream, where a surrogate pair may be split between two pieces. */
  public static final JsonLimits LENIENT = new JsonLimits(128, false);

  public JsonLimits {
    if (depth < 1) {
      throw new IllegalArgumentException("depth must be at least 1, not " + depth);
    }
  }
}
