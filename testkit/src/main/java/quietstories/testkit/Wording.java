package quietstories.testkit;

import java.util.List;
import quietstories.json.JsonObject;

/** How a protocol words and frames an answer. */
interface Wording {

  /** Returns the media type of a stream. */
  String mediaType();

  /** Returns whether the request asks for a stream. */
  boolean isStreamed(JsonObject request);

  /** Returns the events before the text. */
  List<String> begin(Speech speech);

  /** Returns the events of a piece of text. */
  List<String> text(String piece);

  /** Returns the events after the text. */
  List<String> end(Speech speech, JsonObject request);

  /** Returns the events that say that nothing more comes. */
  List<String> done(Speech speech);

  /** Returns an event that reports an error. */
  String error(JsonObject error);

  /** Returns an event as it is framed on the wire. */
  String frame(String event);

  /** Returns what may be sent between events and means nothing. */
  String nothing();

  /** Returns a whole answer. */
  String whole(Speech speech);
}
