package quietstories.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.model.ToolSpec;
import quietstories.story.HiddenMemory;
import quietstories.story.ToolAccess;

/** Has several remember something at once; what cannot be kept is named, the rest is kept. */
final class BatchMemory implements Tool {

  private static final int MOST = 20;

  private static final ToolSpec SPEC =
      new ToolSpec(
          "batch_memory",
          "Lets several of the cast remember something from now on, all in one call.",
          Parameters.begin()
              .needs(
                  "memories",
                  JsonObject.builder()
                      .put("type", "array")
                      .put("items", AddMemory.fields().only())
                      .put("maxItems", MOST)
                      .build())
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
    List<Wish> wishes = new ArrayList<>();
    List<String> objections = new ArrayList<>();
    List<Json> items = arguments.array("memories").orElse(JsonArray.EMPTY).elements();
    for (int i = 0; i < Math.min(MOST, items.size()); i++) {
      HiddenMemory memory =
          AddMemory.wish(items.get(i) instanceof JsonObject object ? object : JsonObject.EMPTY);
      Optional<String> objection = context.minds().objection(memory);
      if (objection.isPresent()) {
        objections.add("memory " + i + ": " + objection.get());
      } else {
        wishes.add(new Wish.Remember(memory));
      }
    }
    if (items.size() > MOST) {
      objections.add("only the first " + MOST + " count");
    }
    String not = objections.isEmpty() ? "" : "; not kept: " + String.join("; ", objections);
    return wishes.isEmpty()
        ? new ToolResult.Failed("Nothing is remembered" + not + ".")
        : new ToolResult.Wished(wishes, wishes.size() + " memories kept" + not);
  }
}
