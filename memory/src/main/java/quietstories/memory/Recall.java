package quietstories.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import quietstories.story.Memory;

/**
 * Finds memories by words and by meaning.
 *
 * <p>By words alone the order is that of BM25, by meaning alone that of the cosines. By both, the
 * best by words and the best by meaning make a pool. In it each memory's fit by words and by
 * meaning are added; what the question says about time and whom it names, importance and recency
 * weigh a little; a newer statement of the same owner about the same thing goes before the older
 * one; near repetitions give way. Where memories lie, and what was embedded when only words are
 * asked for, decides nothing.
 */
final class Recall {

  /** After how many turns recency is halved. */
  static final double RECENCY = 50;

  /** The order of what fits equally well: it depends on what memories are, not where they lie. */
  static final Comparator<Memory> NEWEST =
      Comparator.comparingInt(Memory::turn).reversed().thenComparing(memory -> memory.id().value());

  private static final int POOL = 40;

  private Recall() {}

  /** Returns what fits the question among what {@code sight} lets through, the best first. */
  static List<Finding> search(Mind mind, Sight sight, Question question) {
    Field field = new Field(mind, sight, question);
    if (question.words().isBlank() && question.meaning().isEmpty()) {
      return weightiest(field);
    }
    List<Candidate> pool = pool(field);
    if (question.mode() == SearchMode.HYBRID) {
      new Ranking(question, TimeCue.in(question.words())).score(pool);
    }
    List<Candidate> fitting =
        pool.stream().filter(one -> one.similarity() >= question.threshold()).toList();
    List<Candidate> chosen =
        question.mode() == SearchMode.HYBRID
            ? Ranking.cut(fitting, question.k())
            : fitting.subList(0, Math.min(question.k(), fitting.size()));
    return chosen.stream().map(candidate -> finding(candidate, question.now())).toList();
  }

  /** Returns the best by words, then those by meaning that are not among them, the best first. */
  private static List<Candidate> pool(Field field) {
    Question question = field.question();
    int most = Math.max(POOL, 2 * question.k());
    Map<Integer, Candidate> pool = new LinkedHashMap<>();
    ByWords byWords = new ByWords(field);
    Optional<Meaning> meaning =
        question.meaning().filter(any -> question.mode() != SearchMode.KEYWORD);
    if (question.mode() != SearchMode.SEMANTIC) {
      int[] best = byWords.best(wanted(question), most);
      for (int i = 0; i < best.length; i++) {
        pool.computeIfAbsent(best[i], slot -> candidate(field, slot, meaning)).keywordRank = i + 1;
      }
    }
    if (meaning.isPresent()) {
      int[] best = new ByMeaning(field).best(meaning.get(), most);
      for (int i = 0; i < best.length; i++) {
        pool.computeIfAbsent(best[i], slot -> candidate(field, slot, meaning)).semanticRank = i + 1;
      }
    }
    for (Candidate candidate : pool.values()) {
      candidate.share = byWords.share(candidate.slot);
      meaning.ifPresent(candidate::compare);
    }
    return new ArrayList<>(pool.values());
  }

  /** Returns the stems to look for: also the ids of those who are named by other words. */
  private static Set<String> wanted(Question question) {
    Set<String> wanted = new LinkedHashSet<>(Words.of(question.words()));
    question.named().forEach(one -> wanted.addAll(Words.stems(one.value())));
    return wanted;
  }

  /** A vector counts only beside the question's: else what was embedded so far would show. */
  private static Candidate candidate(Field field, int slot, Optional<Meaning> meaning) {
    Shelf shelf = field.mind().shelf();
    OptionalInt place =
        meaning.isPresent()
            ? shelf.meaning(slot, field.mind().knownMeanings())
            : OptionalInt.empty();
    Optional<float[]> vector =
        place.isPresent() ? Optional.of(shelf.meanings().at(place.getAsInt())) : Optional.empty();
    return new Candidate(slot, shelf.memory(slot), vector);
  }

  private static Finding finding(Candidate candidate, int now) {
    Why why =
        new Why(
            rank(candidate.keywordRank),
            rank(candidate.semanticRank),
            recency(candidate.memory, now));
    return new Finding(candidate.memory, candidate.similarity(), why);
  }

  private static OptionalInt rank(int rank) {
    return rank == 0 ? OptionalInt.empty() : OptionalInt.of(rank);
  }

  /** Returns from 1, of this turn or later, towards 0. */
  static double recency(Memory memory, int now) {
    return Math.pow(0.5, Math.max(0, now - memory.turn()) / RECENCY);
  }

  private static List<Finding> weightiest(Field field) {
    int now = field.question().now();
    List<Memory> seen = new ArrayList<>();
    field
        .mind()
        .live()
        .forEach(
            slot -> {
              if (field.holds(slot)) {
                seen.add(field.mind().shelf().memory(slot));
              }
            });
    Comparator<Memory> weight =
        Comparator.comparingDouble(memory -> memory.importance() / 10.0 + recency(memory, now));
    return seen.stream()
        .sorted(weight.reversed().thenComparing(NEWEST))
        .limit(field.question().k())
        .map(
            memory ->
                new Finding(
                    memory,
                    0,
                    new Why(OptionalInt.empty(), OptionalInt.empty(), recency(memory, now))))
        .toList();
  }
}
