package quietstories.testkit;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Sentences without meaning, of a stated length, the same for the same seed. */
final class Prose {

  private static final List<String> WORDS =
      List.of(
          ("the old harbour lies under a thin rain and someone has left a lantern burning at its"
                  + " far end while gulls turn slowly above masts that creak like doors you walk"
                  + " past crates of salt cod towards voices in a room where cards are being dealt"
                  + " nobody looks up but every hand stops for one breath before another coin falls"
                  + " on wet wood beyond them stairs climb into shadow smelling faintly of tar")
              .split(" "));
  private static final int SHORTEST = 6;
  private static final int SPREAD = 9;

  private Prose() {}

  /** Returns exactly {@code count} words in sentences. */
  static String words(int count, long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    int left = count;
    while (left > 0) {
      int length = Math.min(left, SHORTEST + random.nextInt(SPREAD));
      sentence(text, length, random);
      left -= length;
    }
    return text.toString();
  }

  private static void sentence(StringBuilder text, int length, Random random) {
    for (int i = 0; i < length; i++) {
      String word = WORDS.get(random.nextInt(WORDS.size()));
      if (!text.isEmpty()) {
        text.append(' ');
      }
      text.append(
          i == 0 ? word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) : word);
    }
    text.append('.');
  }
}
