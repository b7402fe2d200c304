package quietstories.app;

import java.util.List;
import java.util.OptionalLong;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.testkit.ModelServer;
import quietstories.testkit.RecordedRequest;

/** What a model was asked, told apart by what it was asked for. */
final class Asked {

  static final String AFTER = "After the turn:";

  private Asked() {}

  static boolean isWarmUp(JsonObject body) {
    return body.integer("max_tokens").equals(OptionalLong.of(1));
  }

  static boolean isAfterthought(JsonObject body) {
    return text(messages(body).getLast()).startsWith(AFTER);
  }

  static List<RecordedRequest> toTell(ModelServer model) {
    return model.requests().stream()
        .filter(request -> !isWarmUp(request.body()) && !isAfterthought(request.body()))
        .toList();
  }

  static List<RecordedRequest> toWarmUp(ModelServer model) {
    return model.requests().stream().filter(request -> isWarmUp(request.body())).toList();
  }

  static List<RecordedRequest> afterwards(ModelServer model) {
    return model.requests().stream().filter(request -> isAfterthought(request.body())).toList();
  }

  static List<JsonObject> messages(JsonObject body) {
    return body.array("messages").orElse(JsonArray.EMPTY).objects().toList();
  }

  static String text(JsonObject message) {
    return message.member("content").flatMap(Json::asText).orElse("");
  }
}
