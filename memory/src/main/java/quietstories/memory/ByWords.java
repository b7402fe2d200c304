package quietstories.memory;

import java.util.Optional;
import java.util.Set;

/**
 * Finds memories by words: Okapi BM25 (Robertson and Zaragoza 2009) with k1 = {@value #K1}, b =
 * {@value #B}. How rare a word is gets counted among what the point of view may see, so that
 * nothing else can move its results.
 */
final class ByWords {

  static final double K1 = 1.2;
  static final double B = 0.4;

  private final Field field;
  private final float[] scores;
  private final Ints met = new Ints();
  private double mostPossible;

  ByWords(Field field) {
    this.field = field;
    this.scores = new float[field.mind().shelf().size()];
  }

  /** Returns the best slots for the question's words, the best first. */
  int[] best(Set<String> words, int most) {
    Tally seen = field.seen();
    double usual = Math.max(1, seen.openWords() / (double) Math.max(1, seen.open()));
    for (String word : words) {
      Optional<Ints> postings = field.mind().shelf().postings(word);
      int[] hits = postings.map(this::visible).orElse(new int[0]);
      double rarity = Math.log(1 + (seen.open() - hits.length + 0.5) / (hits.length + 0.5));
      mostPossible += rarity;
      add(hits, rarity, usual);
    }
    return top(most);
  }

  private int[] visible(Ints postings) {
    int size = postings.size();
    int[] items = postings.items();
    int[] hits = new int[size];
    int count = 0;
    for (int i = 0; i < size; i++) {
      if (field.sees(items[i] >>> Shelf.TIMES)) {
        hits[count++] = items[i];
      }
    }
    return java.util.Arrays.copyOf(hits, count);
  }

  private void add(int[] hits, double rarity, double usual) {
    Shelf shelf = field.mind().shelf();
    for (int hit : hits) {
      int slot = hit >>> Shelf.TIMES;
      if (slot >= scores.length) {
        continue;
      }
      int times = hit & ((1 << Shelf.TIMES) - 1);
      double length = 1 - B + B * shelf.length(slot) / usual;
      if (scores[slot] == 0) {
        met.add(slot);
      }
      scores[slot] += (float) (rarity * times * (K1 + 1) / (times + K1 * length));
    }
  }

  private int[] top(int most) {
    Top top = new Top(field.mind().shelf(), most);
    int[] slots = met.items();
    for (int i = 0; i < met.size(); i++) {
      float score = scores[slots[i]];
      if (top.takes(score) && field.holds(slots[i])) {
        top.add(slots[i], score);
      }
    }
    return top.drain();
  }

  /** Returns how much of what the words could score the slot scores, from 0 to 1. */
  double share(int slot) {
    return slot >= scores.length || mostPossible <= 0
        ? 0
        : Math.min(1, scores[slot] / mostPossible);
  }
}
