package quietstories.bench;

import java.util.List;
import quietstories.testkit.RecordedRequest.Sent;

/**
 * How much later than the model sent it each piece of a narrative was seen.
 *
 * <p>Pieces are matched by how many visible characters came before them, so that it does not matter
 * how the server cut the text anew, what white space it took off, or what it kept to itself after
 * the narrative. What was held back counts as delay.
 */
final class PieceDelays {

  private PieceDelays() {}

  /** Adds the delay of every piece that became visible. */
  static void measure(List<Sent> sent, List<Streamed.Piece> seen, Series delays) {
    int next = 0;
    int visible = 0;
    int written = 0;
    for (Sent piece : sent) {
      int more = visible(piece.text());
      written += more;
      while (visible < written && next < seen.size()) {
        visible += visible(seen.get(next).text());
        next++;
      }
      if (visible < written) {
        return;
      }
      if (more > 0) {
        delays.addNanos(seen.get(next - 1).nanos() - piece.nanos());
      }
    }
  }

  private static int visible(String text) {
    return (int) text.chars().filter(c -> !Character.isWhitespace(c)).count();
  }
}
