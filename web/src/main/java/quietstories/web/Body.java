package quietstories.web;

import java.util.List;
import java.util.Locale;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonLimits;
import quietstories.json.JsonNull;
import quietstories.json.JsonObject;
import quietstories.json.JsonReadException;
import quietstories.json.JsonReader;

/** Reads bodies that are JSON objects. */
final class Body {

  private static final Json ROOT = Json.of("body");

  private Body() {}

  /**
   * Begins to read the body of {@code call}.
   *
   * @throws HttpFailure 422 if there is none, or if it is no JSON object
   */
  static Fields read(Call call) {
    if (call.body().length() == 0) {
      throw fault("missing", JsonArray.of(ROOT), "Field required", JsonNull.NULL, JsonObject.EMPTY);
    }
    if (json(call) instanceof JsonObject object) {
      return Fields.of("body", object);
    }
    throw fault(
        "model_attributes_type",
        JsonArray.of(ROOT),
        "Input should be a valid dictionary or object to extract fields from",
        JsonNull.NULL,
        JsonObject.EMPTY);
  }

  private static Json json(Call call) {
    if (!declaredAsJson(call.headers())) {
      return JsonNull.NULL;
    }
    try {
      return JsonReader.read(call.body().array(), JsonLimits.STRICT);
    } catch (JsonReadException e) {
      throw unreadable(e);
    }
  }

  /**
   * Another site's page can make a browser send a body of a plain type, or of none, without asking
   * first; it cannot do so with JSON.
   */
  private static boolean declaredAsJson(RequestHeaders headers) {
    return headers
        .first("Content-Type")
        .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
        .map(type -> type.equals("application/json") || type.matches("application/.+\\+json"))
        .orElseGet(() -> headers.first("Origin").isEmpty());
  }

  private static HttpFailure unreadable(JsonReadException e) {
    String words = e.getMessage() == null ? "" : e.getMessage();
    String type =
        switch (e.fault()) {
          case MALFORMED -> "json_invalid";
          case TOO_DEEP -> "json_too_deep";
          case NUMBER_OUT_OF_RANGE -> "number_out_of_range";
          case BAD_TEXT -> "text_invalid";
        };
    return fault(
        type,
        JsonArray.of(ROOT, Json.of(e.offset())),
        "JSON decode error",
        JsonObject.EMPTY,
        JsonObject.of("error", Json.of(words)));
  }

  private static HttpFailure fault(
      String type, JsonArray place, String message, Json input, JsonObject context) {
    return InputFaults.of(List.of(InputFaults.fault(type, place, message, input, context)))
        .failure()
        .exception();
  }
}
