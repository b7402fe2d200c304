package quietstories.tools;

import java.util.List;
import quietstories.json.JsonObject;
import quietstories.model.ToolSpec;
import quietstories.story.Operation;
import quietstories.story.StateChange;
import quietstories.story.ToolAccess;

/**
 * Wishes to set keys below {@code world}. The keys stand at the top of the arguments; those that a
 * model puts into an object {@code kwargs}, as an older schema asked for, count like the others.
 */
final class UpdateWorld implements Tool {

  private static final String NESTED = "kwargs";

  private static final ToolSpec SPEC =
      new ToolSpec(
          "update_world",
          "Sets facts about the world. Each argument is a key below world and its new value, such as"
              + " {\"weather\":\"storm\"}.",
          Parameters.begin().andMore());

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
    JsonObject facts =
        arguments
            .object(NESTED)
            .map(nested -> arguments.without(NESTED).merge(nested))
            .orElse(arguments);
    List<Wish> wishes =
        facts.members().entrySet().stream()
            .<Wish>map(
                fact ->
                    new Wish.Change(
                        new StateChange(Operation.SET, "world." + fact.getKey(), fact.getValue())))
            .toList();
    return new ToolResult.Wished(wishes, "Done: world has " + facts.write());
  }
}
