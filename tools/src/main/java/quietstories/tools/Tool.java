package quietstories.tools;

import java.util.Optional;
import quietstories.json.JsonObject;
import quietstories.model.ToolSpec;
import quietstories.story.ToolAccess;

/**
 * Something that a narrator may call. Safe for use by many threads.
 *
 * <p>A class of one's own becomes a tool when it is public, has a public constructor without
 * parameters and is named in {@code META-INF/services/quietstories.tools.Tool}.
 */
public interface Tool {

  /** Returns the name, what it is for, and the JSON schema of its arguments. */
  ToolSpec spec();

  /** Returns what it may do; always the same. */
  ToolAccess access();

  /**
   * Runs it, on a thread of its own, which is interrupted when the time is up. The arguments have
   * been checked against the schema.
   *
   * <p>A tool that reads is a pure function of its parameters: it may run at the same time as
   * others, and not at all when the same was asked already. One that writes returns what it wishes
   * for and changes nothing itself.
   *
   * @return {@link ToolResult.Told} from one that reads, {@link ToolResult.Wished} from one that
   *     writes, {@link ToolResult.Failed} from either
   */
  ToolResult run(ToolContext context, JsonObject arguments);

  /**
   * Returns the place in the state that a call with these arguments looks at, if it is a single
   * one. Later calls can ask what was seen there. Must not throw.
   */
  default Optional<String> looksAt(JsonObject arguments) {
    return Optional.empty();
  }

  /** Returns whether its results depend on what was seen before; only then it is told. */
  default boolean looksBack() {
    return false;
  }
}
