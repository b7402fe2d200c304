package quietstories.providers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import quietstories.json.JsonLimits;
import quietstories.json.JsonObject;
import quietstories.json.JsonReadException;
import quietstories.json.JsonReader;

/**
 * Reads the JSON objects of an answer one after another, whether they are the data of an event
 * stream, stand in a line each, or are one object over many lines. Comments and empty lines tell
 * only that the server lives; what cannot be read is passed over.
 */
final class StreamedObjects {

  private static final String DATA = "data:";
  private static final String DONE = "[DONE]";

  private final Reader reader;
  private final Runnable heard;
  private int readable;
  private boolean done;

  /** Takes the objects. */
  @FunctionalInterface
  interface Reader {

    /** Reads the next object; returns whether it was the last one. */
    boolean isLast(JsonObject object);
  }

  /**
   * Creates a reader.
   *
   * @param heard runs whenever something arrives, a comment included
   */
  StreamedObjects(Reader reader, Runnable heard) {
    this.reader = reader;
    this.heard = heard;
  }

  /** Reads until the end of the body or of the answer in it. */
  void read(InputStream body) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    StringBuilder unread = new StringBuilder();
    for (String line = lines.readLine(); line != null && !done; line = lines.readLine()) {
      heard.run();
      boolean event = line.startsWith(DATA);
      if (!event && line.startsWith(":")) {
        continue;
      }
      boolean read = object(event ? line.substring(DATA.length()) : line);
      if (!read && !event && readable == 0) {
        unread.append(line).append('\n');
      }
      if (done) {
        return;
      }
    }
    if (readable == 0) {
      object(unread.toString());
    }
  }

  private boolean object(String data) {
    String text = data.strip();
    if (text.equals(DONE)) {
      done = true;
      return true;
    }
    // why: most lines of other kinds are recognised by their first letter, at no cost.
    if (!text.startsWith("{")) {
      return false;
    }
    try {
      if (JsonReader.read(text, JsonLimits.LENIENT) instanceof JsonObject object) {
        readable++;
        done = reader.isLast(object);
        return true;
      }
      return false;
    } catch (JsonReadException e) {
      // why: one garbled event costs itself; an answer without any readable one is a failure.
      return false;
    }
  }

  /** Returns whether anything could be read at all. */
  boolean isReadable() {
    return readable > 0;
  }

  /** Returns whether the end of the answer was told, not only reached. */
  boolean isDone() {
    return done;
  }
}
