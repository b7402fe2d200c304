package quietstories.web;

import java.util.List;
import java.util.Optional;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.story.ActionId;
import quietstories.story.IdempotencyKey;
import quietstories.story.InvalidStory;
import quietstories.story.PlayerInput;

/** Reads what a player sends for a turn. */
final class TurnInput {

  private static final String KEY = "Idempotency-Key";

  private TurnInput() {}

  /**
   * Returns the input in {@code call}'s body and headers.
   *
   * @throws HttpFailure 422 if it is none
   */
  static PlayerInput read(Call call) {
    Fields fields = Body.read(call);
    Optional<String> text = fields.optionalText("action");
    Optional<String> action = fields.optionalText("action_id");
    JsonObject parameters = fields.object("parameters", JsonObject.EMPTY);
    if (action.filter(String::isBlank).isPresent()) {
      fields.refuse(
          "action_id", "value_error", "Input should be an offered action's id", JsonObject.EMPTY);
    }
    fields.check();
    return new PlayerInput(text, action.map(ActionId::new), parameters, key(call));
  }

  /**
   * Returns the name that the client gave its request.
   *
   * @throws HttpFailure 422 if it is none
   */
  static Optional<IdempotencyKey> key(Call call) {
    Optional<String> key = call.headers().first(KEY);
    try {
      return key.map(IdempotencyKey::new);
    } catch (InvalidStory invalid) {
      Json input = Json.of(key.orElse(""));
      String message = "Idempotency-Key " + invalid.getMessage();
      JsonArray place = JsonArray.ofTexts(List.of("header", KEY));
      throw InputFaults.of(
              List.of(InputFaults.fault("value_error", place, message, input, JsonObject.EMPTY)))
          .failure()
          .exception();
    }
  }
}
