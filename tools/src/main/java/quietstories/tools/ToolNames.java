package quietstories.tools;

import java.util.Map;
import java.util.Set;

/** The names that narrators know from the performance guide, by what their tools may do. */
public final class ToolNames {

  /** The tools that only look, which may run side by side. */
  public static final Set<String> READ_ONLY_TOOLS =
      Set.of(
          "read_state",
          "search_memories",
          "query_relationships",
          "semantic_search",
          "stateful_read");

  /** The tools that may change something, which run in the order in which they are called. */
  public static final Set<String> WRITE_TOOLS =
      Set.of("add_memory", "update_state", "update_world", "create_character", "batch_memory");

  /** Older names and the tools that they stand for. */
  public static final Map<String, String> ALIASES =
      Map.of("read_state_cached", "stateful_read", "add_memories", "batch_memory");

  private ToolNames() {}
}
