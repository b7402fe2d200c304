package quietstories.bench;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.testkit.ModelServer;
import quietstories.testkit.RecordedRequest;

/** A turn seen from both ends: from the model's and from the player's. */
final class StreamedTurn {

  private StreamedTurn() {}

  /** Plays a turn and adds the delay of each of its pieces. */
  static Streamed play(
      ModelServer vendor, Player player, String session, String words, Series delays)
      throws IOException {
    Streamed streamed = player.turns(session).play(words).needed();
    RecordedRequest call =
        vendor.requests().stream()
            .filter(request -> lastMessage(request.body()).contains(words))
            .findFirst()
            .orElseThrow(() -> new IOException("no call of the model holds the player's words"));
    PieceDelays.measure(call.sent(), streamed.pieces(), delays);
    return streamed;
  }

  /** Returns the text of the last message of a call. */
  static String lastMessage(JsonObject body) {
    List<JsonObject> messages = body.array("messages").orElse(JsonArray.EMPTY).objects().toList();
    return messages.isEmpty() ? "" : messages.getLast().text("content").orElse("");
  }

  /**
   * Returns how many calls a turn made after {@code since} and before {@code until}; reading ahead
   * and what comes after a turn are no calls of a turn.
   */
  static int calls(ModelServer vendor, long since, long until) {
    return (int)
        vendor.requests().stream()
            .filter(request -> request.arrived() > since && request.arrived() <= until)
            .map(RecordedRequest::body)
            .filter(body -> !body.integer("max_tokens").equals(OptionalLong.of(1)))
            .filter(body -> !lastMessage(body).startsWith("After the turn:"))
            .count();
  }
}
