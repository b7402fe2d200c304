package quietstories.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Puts candidates in order. The constants were tuned with the benchmark of retrieval. */
final class Ranking {

  private static final double PLACES = 10;
  private static final double BY_WORDS = 0.25;
  private static final double BY_MEANING = 0.75;
  private static final double FIT = 0.6;
  private static final double COSINE = 1.0;
  private static final double IMPORTANCE = 0.01;
  private static final double RECENT = 0.01;
  private static final double ORDER = 0.15;
  private static final double TURNS = 0.5;
  private static final double DATED = 0.05;
  private static final double SUPERSEDED = 0.08;
  private static final double ALIKE = 0.6;
  private static final double REPETITION = 0.9;

  private static final Pattern DATE =
      Pattern.compile(
          "(?i)\\b(january|february|march|april|june|july|august|september|october|november|december"
              + "|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|tomorrow|today"
              + "|tonight|ago|(last|next|this) (night|week|weekend|month|year|spring|summer|autumn"
              + "|fall|winter)|(19|20)\\d\\d|dawn|dusk|midnight|noon|turn \\d+)\\b");

  private final Question question;
  private final TimeCue time;

  Ranking(Question question, TimeCue time) {
    this.question = question;
    this.time = time;
  }

  /** Scores all candidates. */
  void score(List<Candidate> pool) {
    double mostShare = pool.stream().mapToDouble(c -> c.share).max().orElse(0);
    double mostCosine = pool.stream().mapToDouble(c -> c.cosine).max().orElse(0);
    for (Candidate c : pool) {
      double words = points(c.keywordRank) + (mostShare > 0 ? FIT * c.share / mostShare : 0);
      double meaning =
          points(c.semanticRank)
              + (mostCosine > 0 ? FIT * Math.max(0, 1 - (mostCosine - c.cosine) / COSINE) : 0);
      c.score =
          BY_WORDS * words
              + BY_MEANING * meaning
              + IMPORTANCE * c.memory.importance() / 10
              + RECENT * Recall.recency(c.memory, question.now());
      if (time.namesTurns() && time.means(c.memory.turn())) {
        c.score += TURNS;
      }
      if (time.dated() && DATE.matcher(c.memory.content()).find()) {
        c.score += DATED;
      }
    }
    if (time.order() != TimeCue.Order.ANY) {
      inOrder(pool);
    }
    if (time.order() != TimeCue.Order.EARLIEST) {
      supersede(pool);
    }
  }

  private static double points(int rank) {
    return rank == 0 ? 0 : PLACES / (PLACES + rank - 1) * (1 - FIT);
  }

  /** Among those that fit best the one at the asked end of time gains most. */
  private void inOrder(List<Candidate> pool) {
    Comparator<Candidate> byTurn = Comparator.comparingInt(c -> c.memory.turn());
    List<Candidate> fitting =
        new ArrayList<>(
            pool.stream()
                .sorted(Comparator.comparingDouble((Candidate c) -> -c.score))
                .limit(12)
                .sorted(time.order() == TimeCue.Order.EARLIEST ? byTurn : byTurn.reversed())
                .toList());
    for (int i = 0; i < fitting.size(); i++) {
      fitting.get(i).score += ORDER * (1 - i / (double) fitting.size());
    }
  }

  /** An older statement of the same owner about the same thing loses against the newer one. */
  private static void supersede(List<Candidate> pool) {
    List<Candidate> best =
        pool.stream()
            .sorted(Comparator.comparingDouble((Candidate c) -> -c.score))
            .limit(15)
            .toList();
    for (Candidate older : best) {
      boolean superseded =
          best.stream()
              .anyMatch(
                  newer ->
                      newer.memory.turn() > older.memory.turn()
                          && newer.memory.owner().equals(older.memory.owner())
                          && newer.likeness(older) >= ALIKE);
      if (superseded) {
        older.score -= SUPERSEDED;
      }
    }
  }

  /** Returns the best {@code k} that are similar enough; near repetitions come last. */
  static List<Candidate> cut(List<Candidate> pool, Question question) {
    List<Candidate> left =
        new ArrayList<>(
            pool.stream()
                .filter(c -> c.similarity() >= question.threshold())
                .sorted(
                    Comparator.comparingDouble((Candidate c) -> -c.score)
                        .thenComparingInt(c -> -c.memory.turn())
                        .thenComparing(c -> c.memory.id().value()))
                .toList());
    List<Candidate> chosen = new ArrayList<>();
    List<Candidate> repetitions = new ArrayList<>();
    for (Candidate candidate : left) {
      if (chosen.size() == question.k()) {
        break;
      }
      boolean repeats = chosen.stream().anyMatch(c -> c.overlap(candidate) >= REPETITION);
      (repeats ? repetitions : chosen).add(candidate);
    }
    repetitions.stream().limit(question.k() - chosen.size()).forEach(chosen::add);
    return chosen;
  }
}
