package quietstories.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import quietstories.story.EntityId;

/**
 * Puts candidates in order. A memory's fit is its cosine with the question, and the share that it
 * has of all that the question's words could score: rare words that it holds outweigh the meaning,
 * common ones or a few of many hardly count (a convex combination with a theoretical maximum, as in
 * Bruch and others 2023). The constants were tuned with the benchmark of retrieval, on seeds that
 * it does not use.
 */
final class Ranking {

  private static final double BY_WORDS = 0.8;
  private static final double NAMED = 0.1;
  private static final double IMPORTANCE = 0.01;
  private static final double RECENT = 0.01;
  private static final double ORDER = 0.25;
  private static final double ORDER_REACH = 0.2;
  private static final int ORDERED = 12;
  private static final double DATED = 0.05;
  private static final double ALIKE = 0.6;
  private static final double SUPERSEDED = 0.15;
  private static final double OLDER = 0.02;
  private static final double TURNS = 0.5;
  private static final double REPETITION = 0.9;

  private static final Comparator<Candidate> BEST =
      Comparator.comparingDouble((Candidate c) -> -c.score)
          .thenComparing(c -> c.memory, Recall.NEWEST);

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
    Set<String> asked = Words.stems(question.words());
    Map<EntityId, Boolean> named = new HashMap<>();
    for (Candidate c : pool) {
      c.score = fit(c);
      boolean isAbout =
          Stream.concat(Stream.of(c.memory.owner()), c.memory.related().stream())
              .anyMatch(one -> named.computeIfAbsent(one, id -> isNamed(asked, id)));
      if (isAbout) {
        c.score += NAMED;
      }
    }
    if (time.order() != TimeCue.Order.ANY) {
      inOrder(pool);
    }
    if (time.order() != TimeCue.Order.EARLIEST) {
      supersede(pool);
    }
  }

  private double fit(Candidate c) {
    double fit =
        BY_WORDS * c.share
            + c.cosine
            + IMPORTANCE * c.memory.importance() / 10
            + RECENT * Recall.recency(c.memory, question.now());
    if (time.namesTurns() && time.means(c.memory.turn())) {
      fit += TURNS;
    }
    if (time.dated() && DATE.matcher(c.memory.content()).find()) {
      fit += DATED;
    }
    return fit;
  }

  private boolean isNamed(Set<String> asked, EntityId one) {
    Set<String> name = Words.stems(one.value());
    return question.named().contains(one) || (!name.isEmpty() && asked.containsAll(name));
  }

  /** Among those that fit best the one at the asked end of time gains most. */
  private void inOrder(List<Candidate> pool) {
    Comparator<Candidate> byTurn = Comparator.comparingInt(c -> c.memory.turn());
    double best = pool.stream().mapToDouble(c -> c.score).max().orElse(0);
    List<Candidate> fitting =
        new ArrayList<>(
            pool.stream()
                .filter(c -> c.score >= best - ORDER_REACH)
                .sorted(BEST)
                .limit(ORDERED)
                .sorted(time.order() == TimeCue.Order.EARLIEST ? byTurn : byTurn.reversed())
                .toList());
    for (int i = 0; i < fitting.size(); i++) {
      fitting.get(i).score += ORDER * (1 - i / (double) fitting.size());
    }
  }

  /** An older statement of the same owner about the same thing loses against the newer one. */
  private void supersede(List<Candidate> pool) {
    List<Candidate> best = pool.stream().sorted(BEST).limit(15).toList();
    for (Candidate older : best) {
      boolean superseded =
          best.stream()
              .anyMatch(
                  newer ->
                      newer.memory.turn() > older.memory.turn()
                          && newer.memory.owner().equals(older.memory.owner())
                          && newer.likeness(older) >= ALIKE);
      if (superseded) {
        older.score -= time.order() == TimeCue.Order.NEWEST ? SUPERSEDED : OLDER;
      }
    }
  }

  /**
   * Returns the best {@code k}; near repetitions come last, be it of the words or of what they
   * mean: five ways to say one thing would leave no room for another.
   */
  static List<Candidate> cut(List<Candidate> pool, int k) {
    List<Candidate> chosen = new ArrayList<>();
    List<Candidate> repetitions = new ArrayList<>();
    for (Candidate candidate : pool.stream().sorted(BEST).toList()) {
      if (chosen.size() == k) {
        break;
      }
      boolean repeats = chosen.stream().anyMatch(c -> c.repeats(candidate, REPETITION));
      (repeats ? repetitions : chosen).add(candidate);
    }
    repetitions.stream().limit(k - chosen.size()).forEach(chosen::add);
    return chosen;
  }
}
