package quietstories.model;

/**
 * What a server can do, as far as it was found out.
 *
 * @param streams whether text arrives while it is generated
 * @param tools whether it takes tools and calls them
 * @param severalCalls whether one answer may call several tools
 * @param schema whether it keeps to a JSON schema that a request names
 * @param toolsWithSchema whether tools and a schema may stand in one request
 * @param cachedTokens whether it reports how much of a prompt came from its cache
 * @param streamedUsage whether a stream ends with the usage
 */
public record ModelAbilities(
    boolean streams,
    boolean tools,
    boolean severalCalls,
    boolean schema,
    boolean toolsWithSchema,
    boolean cachedTokens,
    boolean streamedUsage) {

  /** A server of which nothing is known but that it streams text. */
  public static final ModelAbilities PLAIN =
      new ModelAbilities(true, false, false, false, false, false, false);

  /** A server that streams text and keeps to a schema. */
  public static final ModelAbilities SCHEMA =
      new ModelAbilities(true, false, false, true, false, true, true);

  /** A server that calls tools. */
  public static final ModelAbilities TOOLS =
      new ModelAbilities(true, true, true, false, false, true, true);
}
