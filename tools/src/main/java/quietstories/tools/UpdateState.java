package quietstories.tools;

import java.util.Arrays;
import java.util.List;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonLimits;
import quietstories.json.JsonNull;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;
import quietstories.json.JsonReadException;
import quietstories.json.JsonReader;
import quietstories.json.JsonString;
import quietstories.model.ToolSpec;
import quietstories.story.Operation;
import quietstories.story.StateChange;
import quietstories.story.ToolAccess;

/** Wishes for one change of the state. */
final class UpdateState implements Tool {

  private static final ToolSpec SPEC =
      new ToolSpec(
          "update_state",
          "Changes one place of the story's state, for what your prose has changed.",
          Parameters.begin()
              .needs(
                  "op",
                  JsonObject.builder()
                      .put("type", "string")
                      .put(
                          "enum",
                          JsonArray.ofTexts(
                              Arrays.stream(Operation.values()).map(Operation::wireName).toList()))
                      .build())
              .needs("path", "string", "Dotted path of a place that exists, such as player.health.")
              .needs("value", JsonObject.of("description", Json.of("The operand, of any type.")))
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
    Operation op = Operation.named(arguments.text("op").orElse("")).orElseThrow();
    String path = arguments.text("path").orElse("");
    Json value = operand(op, arguments.member("value").orElse(JsonNull.NULL));
    return new ToolResult.Wished(
        List.of(new Wish.Change(new StateChange(op, path, value))),
        "Done: " + op.wireName() + " " + path + " " + Spot.text(value));
  }

  /** A model that has no better type for an operand writes numbers as text. */
  private static Json operand(Operation op, Json value) {
    return switch (op) {
      case INC, DEC, MUL -> value instanceof JsonString(String text) ? number(text, value) : value;
      case SET, PATCH, PUSH, POP, ADDLOG -> value;
    };
  }

  private static Json number(String text, Json otherwise) {
    try {
      Json read = JsonReader.read(text, JsonLimits.LENIENT);
      return read instanceof JsonNumber ? read : otherwise;
    } catch (JsonReadException noNumber) {
      return otherwise;
    }
  }
}
