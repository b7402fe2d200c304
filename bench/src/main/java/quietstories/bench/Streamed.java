package quietstories.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import quietstories.json.JsonObject;

/** What a streamed turn looked like from outside. Times are those of {@link System#nanoTime()}. */
final class Streamed {

  private final long begun;
  private final List<Piece> pieces = new ArrayList<>();
  private JsonObject last = JsonObject.EMPTY;
  private long ended;

  /** A piece of the narrative and when it came. */
  record Piece(String text, long nanos) {}

  Streamed(long begun) {
    this.begun = begun;
  }

  void event(long now, JsonObject event) {
    last = event;
    String type = event.text("type").orElse("");
    String text = event.text("content").orElse("");
    if (type.equals("narrative_chunk") && !text.isBlank()) {
      pieces.add(new Piece(text, now));
    }
  }

  void ended(long now) {
    ended = now;
  }

  List<Piece> pieces() {
    return List.copyOf(pieces);
  }

  long begun() {
    return begun;
  }

  long ended() {
    return ended;
  }

  /** Returns when the first visible text came; empty if none did. */
  OptionalLong firstText() {
    return pieces.isEmpty() ? OptionalLong.empty() : OptionalLong.of(pieces.getFirst().nanos());
  }

  JsonObject last() {
    return last;
  }

  /**
   * Returns this turn.
   *
   * @throws IOException if it did not end well or told nothing
   */
  Streamed needed() throws IOException {
    boolean complete = last.text("type").filter("complete"::equals).isPresent();
    if (!complete || pieces.isEmpty()) {
      throw new IOException("the turn did not complete: " + last.write());
    }
    return this;
  }
}
