package quietstories.tools;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import quietstories.json.JsonObject;
import quietstories.model.ToolSpec;
import quietstories.story.HiddenMemory;
import quietstories.story.MemoryScope;
import quietstories.story.ToolAccess;
import quietstories.story.Visibility;

/** Has somebody remember something. */
final class AddMemory implements Tool {

  private static final int SHOWN = 50;

  private static final ToolSpec SPEC =
      new ToolSpec(
          "add_memory",
          "Lets somebody of the cast remember something from now on.",
          fields().only());

  /** Returns the arguments of one memory, which are the same for one and for many. */
  static Parameters fields() {
    return Parameters.begin()
        .needs("entity_id", "string", "Who remembers it: an id or a name of the cast.")
        .needs("content", "string", "What is remembered, in one sentence.")
        .takes(
            "visibility",
            Stream.of(Visibility.values()).map(Visibility::wireName).toList(),
            "Who knows it: private (the default): its owner alone; public: everybody.")
        .takes("scope", MemoryScope.names(), "Of what sort it is; general by default.");
  }

  /** Returns the wish that such arguments make. */
  static HiddenMemory wish(JsonObject arguments) {
    return new HiddenMemory(
        arguments.text("scope").orElse(MemoryScope.GENERAL.wireName()),
        arguments.text("entity_id").orElse(""),
        arguments.text("content").orElse(""),
        arguments.text("visibility").orElse("private"));
  }

  @Override
  public ToolSpec spec() {
    return SPEC;
  }

  @Override
  public ToolAccess access() {
    return ToolAccess.WRITE;
  }

  @Override
  public ToolResult run(ToolContext context, JsonObject arguments) {
    HiddenMemory memory = wish(arguments);
    Optional<String> objection = context.minds().objection(memory);
    if (objection.isPresent()) {
      return new ToolResult.Failed("Nothing is remembered: " + objection.get() + ".");
    }
    String scope =
        memory.scope().equals(MemoryScope.GENERAL.wireName()) ? "" : " (" + memory.scope() + ")";
    return new ToolResult.Wished(
        List.of(new Wish.Remember(memory)),
        memory.targetId() + " remembers" + scope + ": " + Spot.beginning(memory.content(), SHOWN));
  }
}
