package quietstories.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import quietstories.story.EntityId;
import quietstories.story.Memory;

/** Finds memories that say the same. */
final class Duplicates {

  /** One of these more, less or elsewhere, and a sentence says something else. */
  private static final Pattern CRUCIAL =
      Pattern.compile(
          "\\b(?:\\d+|no|not|never|nobody|nothing|none|no longer|without|\\w+n['’]t"
              + "|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
              + "|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty"
              + "|seventy|eighty|ninety|hundred|thousand|half|dozen|first|second|third|last"
              + "|before|after|left|right|north|south|east|west|monday|tuesday|wednesday|thursday"
              + "|friday|saturday|sunday|january|february|march|april|may|june|july|august"
              + "|september|october|november|december)\\b");

  private final Mind mind;

  Duplicates(Mind mind) {
    this.mind = mind;
  }

  /** A memory and what has to agree for another to say the same. */
  private record Said(
      Memory memory, Set<String> stems, List<String> crucial, Set<EntityId> related) {

    static Said of(Memory memory) {
      return new Said(
          memory,
          Words.stems(memory.content()),
          crucial(memory.content()),
          Set.copyOf(memory.related()));
    }

    /** Returns the words on which all hangs, in their order: 3 for 5 is not 5 for 3. */
    private static List<String> crucial(String content) {
      return CRUCIAL
          .matcher(content.toLowerCase(Locale.ROOT))
          .results()
          .map(MatchResult::group)
          .toList();
    }
  }

  /** Returns the memories, those together that say the same as the first of their cluster. */
  List<List<Memory>> clusters(List<Memory> group) {
    List<List<Memory>> clusters = new ArrayList<>();
    List<Said> firsts = new ArrayList<>();
    Map<String, List<Integer>> holding = new HashMap<>();
    for (Memory memory : group) {
      Said said = Said.of(memory);
      Optional<Integer> same =
          candidates(said.stems(), holding).filter(i -> same(said, firsts.get(i))).findFirst();
      if (same.isPresent()) {
        clusters.get(same.get()).add(memory);
      } else {
        int place = clusters.size();
        clusters.add(new ArrayList<>(List.of(memory)));
        firsts.add(said);
        said.stems()
            .forEach(stem -> holding.computeIfAbsent(stem, any -> new ArrayList<>()).add(place));
      }
    }
    return clusters;
  }

  /** Returns the clusters that have at least half of the stems, in their order. */
  private static Stream<Integer> candidates(Set<String> stems, Map<String, List<Integer>> holding) {
    Map<Integer, Integer> common = new HashMap<>();
    for (String stem : stems) {
      holding.getOrDefault(stem, List.of()).forEach(i -> common.merge(i, 1, Integer::sum));
    }
    return common.entrySet().stream()
        .filter(entry -> entry.getValue() * 2 >= stems.size())
        .map(Map.Entry::getKey)
        .sorted();
  }

  private boolean same(Said a, Said b) {
    if (!a.crucial().equals(b.crucial()) || !a.related().equals(b.related())) {
      return false;
    }
    long common = a.stems().stream().filter(b.stems()::contains).count();
    long all = a.stems().size() + b.stems().size() - common;
    double share = all == 0 ? 0 : common / (double) all;
    boolean within = common == a.stems().size() || common == b.stems().size();
    return (share >= Consolidation.SAME && within)
        || (share >= Consolidation.SAME_WORDS
            && cosine(a.memory(), b.memory()) >= Consolidation.SAME_MEANING);
  }

  private double cosine(Memory a, Memory b) {
    return mind.meaning(a.id()).flatMap(one -> mind.meaning(b.id()).map(one::cosine)).orElse(0.0);
  }
}
