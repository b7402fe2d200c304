package quietstories.tools;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import quietstories.model.ToolSpec;
import quietstories.story.ToolAccess;

/** The tools that a narrator has, by name. Immutable, safe for many threads. */
public final class Toolbox {

  /** A box without tools. */
  public static final Toolbox EMPTY = new Toolbox(Map.of());

  private final Map<String, Tool> tools;

  private Toolbox(Map<String, Tool> tools) {
    this.tools = tools;
  }

  /**
   * Returns a box with those tools.
   *
   * @throws IllegalArgumentException if two have one name, or a tool with a name of {@link
   *     ToolNames} has another access than that name promises
   */
  public static Toolbox of(Collection<? extends Tool> tools) {
    Map<String, Tool> byName = new TreeMap<>();
    for (Tool tool : tools) {
      String name = tool.spec().name();
      checkAccess(name, tool.access());
      if (ToolNames.ALIASES.containsKey(name) || byName.put(name, tool) != null) {
        throw new IllegalArgumentException("two tools are called '" + name + "'");
      }
    }
    return new Toolbox(byName);
  }

  private static void checkAccess(String name, ToolAccess access) {
    boolean wrong =
        switch (access) {
          case READ -> ToolNames.WRITE_TOOLS.contains(name);
          case WRITE -> ToolNames.READ_ONLY_TOOLS.contains(name);
        };
    if (wrong) {
      throw new IllegalArgumentException(
          "'" + name + "' is the name of a tool that does not " + access.wireName());
    }
  }

  /**
   * Returns a box with the tools that every story has, {@code more}, and those of one's own that
   * {@link ServiceLoader} finds.
   *
   * @throws IllegalArgumentException as {@link #of} does
   */
  public static Toolbox standard(Collection<? extends Tool> more) {
    List<Tool> all = new ArrayList<>(storyTools());
    all.addAll(memoryTools());
    all.addAll(more);
    ServiceLoader.load(Tool.class).forEach(all::add);
    return of(all);
  }

  /** Returns the tools that look at the story's state and rules, and change it through them. */
  public static List<Tool> storyTools() {
    return List.of(
        new ReadState(),
        new StatefulRead(),
        new RollDice(),
        new UpdateState(),
        new UpdateWorld(),
        new CreateCharacter(),
        new TakeAction());
  }

  /** Returns the tools that look at memories and relationships, and have things remembered. */
  public static List<Tool> memoryTools() {
    return List.of(
        MemorySearch.byWords(),
        MemorySearch.byMeaning(),
        new QueryRelationships(),
        new AddMemory(),
        new BatchMemory());
  }

  /** Returns how the tools are shown to a model, sorted by name. */
  public List<ToolSpec> specs() {
    return tools.values().stream().map(Tool::spec).toList();
  }

  /** Returns all tools, sorted by name. */
  public List<Tool> tools() {
    return List.copyOf(tools.values());
  }

  /** Returns the tool of that name or alias. */
  public Optional<Tool> tool(String name) {
    String plain = name.strip();
    return Optional.ofNullable(tools.get(ToolNames.ALIASES.getOrDefault(plain, plain)));
  }

  /** Returns what to say to a model that asked for a tool that there is not. */
  String unknown(String name) {
    String hint = NearMiss.hint(name, tools.keySet());
    return "There is no tool '"
        + name
        + (hint.isEmpty() ? "'." : "'" + hint)
        + " The tools are "
        + String.join(", ", tools.keySet())
        + ".";
  }
}
