package quietstories.web;

import java.util.LinkedHashMap;
import java.util.Map;
import quietstories.json.Json;

/** An answer to a request. */
sealed interface Reply {

  /** An answer that is there as a whole. */
  record Whole(int status, Map<String, String> headers, String mediaType, Bytes body)
      implements Reply {

    public Whole {
      headers = Map.copyOf(headers);
    }

    /** Returns this answer with one more header. */
    Whole with(String name, String value) {
      Map<String, String> more = new LinkedHashMap<>(headers);
      more.put(name, value);
      return new Whole(status, more, mediaType, body);
    }
  }

  /** A stream of events that has just begun. */
  record Streamed(Map<String, String> headers, EventSource source) implements Reply {

    public Streamed {
      headers = Map.copyOf(headers);
    }
  }

  /** Writes the events of a stream, one after the other, on the connection's own thread. */
  @FunctionalInterface
  interface EventSource {

    /** Writes all events. */
    void writeTo(EventStream out);
  }

  /** Returns {@code body} with status 200. */
  static Whole ok(Json body) {
    return json(200, body);
  }

  /** Returns {@code body} with that status. */
  static Whole json(int status, Json body) {
    return new Whole(status, Map.of(), "application/json", Bytes.of(body.write()));
  }

  /** Returns plain text. */
  static Whole text(int status, String text) {
    return text(status, "text/plain; charset=utf-8", text);
  }

  /** Returns text of that media type. */
  static Whole text(int status, String mediaType, String text) {
    return new Whole(status, Map.of(), mediaType, Bytes.of(text));
  }
}
