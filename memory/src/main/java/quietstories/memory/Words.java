package quietstories.memory;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tartarus.snowball.ext.englishStemmer;

/** Cuts text into words and brings each to its stem (Snowball's English stemmer, Porter 2). */
final class Words {

  private Words() {}

  /** Returns the stems of the text in order, with repetitions, without stop words. */
  static List<String> of(String text) {
    englishStemmer stemmer = new englishStemmer();
    List<String> stems = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inside = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        String written = text.substring(start, i);
        String word = written.toLowerCase(Locale.ROOT);
        start = -1;
        // why: the month is as often asked for as the verb is said.
        if (!StopWords.contains(word) || written.equals("May")) {
          stems.add(stem(stemmer, word));
        }
      }
    }
    return stems;
  }

  /** Returns the different stems of the text. */
  static Set<String> stems(String text) {
    return new LinkedHashSet<>(of(text));
  }

  private static String stem(englishStemmer stemmer, String word) {
    stemmer.setCurrent(word);
    stemmer.stem();
    return stemmer.getCurrent();
  }
}
