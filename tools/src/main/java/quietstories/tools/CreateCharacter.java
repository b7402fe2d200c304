package quietstories.tools;

import java.util.List;
import quietstories.json.JsonObject;
import quietstories.model.ToolSpec;
import quietstories.story.Operation;
import quietstories.story.StateChange;
import quietstories.story.ToolAccess;

/** Wishes for somebody new in the cast. */
final class CreateCharacter implements Tool {

  private static final ToolSpec SPEC =
      new ToolSpec(
          "create_character",
          "Adds somebody to the cast who appears in your prose and will matter again.",
          Parameters.begin()
              .needs("id", "string", "Short id that nobody has yet, such as old_smith.")
              .needs("entity_type", "string", "Such as npc, creature or item.")
              .needs("name", "string", "The name as the story tells it.")
              .takes("background", "string", "A sentence or two about them.")
              .only());

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
    String id = arguments.text("id").orElse("");
    String name = arguments.text("name").orElse("");
    JsonObject.Builder entity =
        JsonObject.builder()
            .put("id", id)
            .put("type", arguments.text("entity_type").orElse(""))
            .put("name", name);
    arguments.text("background").ifPresent(words -> entity.put("background", words));
    return new ToolResult.Wished(
        List.of(new Wish.Change(new StateChange(Operation.PUSH, "entities", entity.build()))),
        "Done: " + name + " (" + id + ") takes part now");
  }
}
