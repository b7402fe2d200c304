package quietstories.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.tartarus.snowball.ext.englishStemmer;

/** What ours is measured against: plain BM25 (k1 1.2, b 0.75), and plain cosines. */
final class PlainSearch {

  private static final Set<String> STOP_WORDS =
      Set.of(
          ("a an and are as at be but by for if in into is it no not of on or such that the their"
                  + " then there these they this to was will with what who when where which how"
                  + " did does do has have had s whom whose why")
              .split(" "));

  private final List<Map<String, Integer>> texts = new ArrayList<>();
  private final Map<String, Integer> holders = new HashMap<>();
  private double usual;

  PlainSearch(List<String> contents) {
    for (String content : contents) {
      Map<String, Integer> times = times(content);
      times.keySet().forEach(stem -> holders.merge(stem, 1, Integer::sum));
      texts.add(times);
      usual += length(times) / (double) contents.size();
    }
  }

  /** Returns the places of the {@code k} texts that BM25 puts first. */
  List<Integer> byWords(String question, int k) {
    Set<String> wanted = times(question).keySet();
    return best(texts.size(), k, i -> bm25(wanted, texts.get(i)));
  }

  private double bm25(Set<String> wanted, Map<String, Integer> text) {
    double score = 0;
    for (String stem : wanted) {
      int n = text.getOrDefault(stem, 0);
      if (n > 0) {
        int df = holders.getOrDefault(stem, 0);
        double idf = Math.log(1 + (texts.size() - df + 0.5) / (df + 0.5));
        score += idf * n * 2.2 / (n + 1.2 * (0.25 + 0.75 * length(text) / usual));
      }
    }
    return score;
  }

  /** Returns the places of the {@code k} vectors nearest to the question's. */
  static List<Integer> byMeaning(List<float[]> vectors, float[] question, int k) {
    return best(
        vectors.size(),
        k,
        i -> {
          double sum = 0;
          for (int j = 0; j < question.length; j++) {
            sum += vectors.get(i)[j] * question[j];
          }
          return sum;
        });
  }

  private static List<Integer> best(int size, int k, IntToDoubleFunction score) {
    double[] scores = IntStream.range(0, size).mapToDouble(score).toArray();
    return IntStream.range(0, size)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
        .limit(k)
        .toList();
  }

  private static int length(Map<String, Integer> times) {
    return times.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Map<String, Integer> times(String text) {
    englishStemmer stemmer = new englishStemmer();
    Map<String, Integer> times = new HashMap<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
      if (!word.isEmpty() && !STOP_WORDS.contains(word)) {
        stemmer.setCurrent(word);
        stemmer.stem();
        times.merge(stemmer.getCurrent(), 1, Integer::sum);
      }
    }
    return times;
  }
}
