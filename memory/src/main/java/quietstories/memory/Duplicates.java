package quietstories.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import quietstories.story.Memory;

/** Finds memories that say the same. */
final class Duplicates {

  private static final Pattern CRUCIAL =
      Pattern.compile(
          "(?i)\\b(?:\\d+|no|not|never|nobody|nothing|no longer|without|\\w+n['’]t)\\b");

  private final Mind mind;

  Duplicates(Mind mind) {
    this.mind = mind;
  }

  /** Returns the memories, those together that say the same as the first of their cluster. */
  List<List<Memory>> clusters(List<Memory> group) {
    List<List<Memory>> clusters = new ArrayList<>();
    List<Set<String>> stems = new ArrayList<>();
    Map<String, List<Integer>> holding = new HashMap<>();
    for (Memory memory : group) {
      Set<String> own = Words.stems(memory.content());
      Optional<Integer> same =
          candidates(own, holding).stream()
              .filter(i -> same(memory, own, clusters.get(i).getFirst(), stems.get(i)))
              .findFirst();
      if (same.isPresent()) {
        clusters.get(same.get()).add(memory);
      } else {
        int place = clusters.size();
        clusters.add(new ArrayList<>(List.of(memory)));
        stems.add(own);
        own.forEach(stem -> holding.computeIfAbsent(stem, any -> new ArrayList<>()).add(place));
      }
    }
    return clusters;
  }

  /** Returns the clusters that have at least half of the stems, in their order. */
  private static Set<Integer> candidates(Set<String> stems, Map<String, List<Integer>> holding) {
    Map<Integer, Integer> common = new LinkedHashMap<>();
    for (String stem : stems) {
      holding.getOrDefault(stem, List.of()).forEach(i -> common.merge(i, 1, Integer::sum));
    }
    return common.entrySet().stream()
        .filter(entry -> entry.getValue() * 2 >= stems.size())
        .map(Map.Entry::getKey)
        .sorted()
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private boolean same(Memory a, Set<String> stemsOfA, Memory b, Set<String> stemsOfB) {
    if (!crucial(a).equals(crucial(b))
        || !Set.copyOf(a.related()).equals(Set.copyOf(b.related()))) {
      return false;
    }
    Set<String> common = new HashSet<>(stemsOfA);
    common.retainAll(stemsOfB);
    int all = stemsOfA.size() + stemsOfB.size() - common.size();
    double share = all == 0 ? 0 : common.size() / (double) all;
    return share >= Consolidation.SAME
        || (share >= Consolidation.SAME_WORDS && cosine(a, b) >= Consolidation.SAME_MEANING);
  }

  private double cosine(Memory a, Memory b) {
    return mind.meaning(a.id()).flatMap(one -> mind.meaning(b.id()).map(one::cosine)).orElse(0.0);
  }

  private static Set<String> crucial(Memory memory) {
    return CRUCIAL
        .matcher(memory.content().toLowerCase(java.util.Locale.ROOT))
        .results()
        .map(found -> found.group())
        .collect(Collectors.toSet());
  }
}
