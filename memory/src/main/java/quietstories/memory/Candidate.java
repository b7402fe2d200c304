package quietstories.memory;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quietstories.story.Memory;

/** A memory that may be an answer, and what speaks for it. */
final class Candidate {

  final int slot;
  final Memory memory;
  private final Optional<float[]> vector;
  // why: few of a pool are ever compared by their words, and to find stems is slow.
  private @Nullable Set<String> stems;
  int keywordRank;
  int semanticRank;
  double share;
  double cosine;
  double score;

  Candidate(int slot, Memory memory, Optional<float[]> vector) {
    this.slot = slot;
    this.memory = memory;
    this.vector = vector;
  }

  /** Notes how near its meaning, if it has one, is to that of the question. */
  void compare(Meaning question) {
    cosine = vector.map(numbers -> product(numbers, question.numbers())).orElse(0.0);
  }

  /** Returns how well it fits, from 0 to 1: the better of its words and its meaning. */
  double similarity() {
    return Math.clamp(Math.max(share, cosine), 0, 1);
  }

  /** Returns the share of common stems among all stems of both, from 0 to 1. */
  double overlap(Candidate other) {
    int common = 0;
    for (String stem : stems()) {
      common += other.stems().contains(stem) ? 1 : 0;
    }
    int all = stems().size() + other.stems().size() - common;
    return all == 0 ? 0 : common / (double) all;
  }

  private Set<String> stems() {
    Set<String> known = stems;
    if (known == null) {
      known = Words.stems(memory.content());
      stems = known;
    }
    return known;
  }

  /**
   * Returns how alike two memories are, from 0 to 1: by meaning if both have one, else by words.
   */
  double likeness(Candidate other) {
    return vector.isEmpty() || other.vector.isEmpty()
        ? overlap(other)
        : Math.max(0, product(vector.get(), other.vector.get()));
  }

  /** Returns whether both say the same, by their words or by their meaning. */
  boolean repeats(Candidate other, double alike) {
    return likeness(other) >= alike || overlap(other) >= alike;
  }

  private static double product(float[] a, float[] b) {
    float sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
