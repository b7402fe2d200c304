package quietstories.memory;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import quietstories.story.Memory;

/** Finds memories by words and by meaning. */
final class Recall {

  private Recall() {}

  /** Returns what fits the question among what {@code visible} lets through, the best first. */
  static List<Finding> search(Mind mind, Predicate<Memory> visible, Question question) {
    Set<String> wanted = Words.stems(question.words());
    return mind.memories()
        .filter(visible)
        .filter(m -> question.owner().map(m.owner()::equals).orElse(true))
        .filter(m -> question.scope().map(m.scope()::equals).orElse(true))
        .map(m -> found(m, wanted))
        .filter(f -> f.similarity() > 0 && f.similarity() >= question.threshold())
        .sorted(Comparator.comparingDouble(Finding::similarity).reversed())
        .limit(question.k())
        .toList();
  }

  private static Finding found(Memory memory, Set<String> wanted) {
    long met = Words.stems(memory.content()).stream().filter(wanted::contains).count();
    double similarity = wanted.isEmpty() ? 0 : Math.min(1, met / (double) wanted.size());
    return new Finding(memory, similarity, new Why(OptionalInt.empty(), OptionalInt.empty(), 0));
  }
}
