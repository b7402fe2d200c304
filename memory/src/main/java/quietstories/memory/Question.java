package quietstories.memory;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import quietstories.story.EntityId;
import quietstories.story.MemoryScope;

/**
 * What is looked for among memories.
 *
 * @param words in any language; blank finds the most important and newest
 * @param named who of the cast is named in the words; ids that stand in them count anyway
 * @param meaning the meaning of the words; empty if there is none (yet): then words alone decide
 * @param owner only memories of that entity
 * @param scope only memories of that scope
 * @param k how many at most, 1 or above
 * @param threshold the least similarity, from 0 to 1
 * @param now the turn from which recency is counted
 */
public record Question(
    String words,
    Set<EntityId> named,
    Optional<Meaning> meaning,
    SearchMode mode,
    Optional<EntityId> owner,
    Optional<MemoryScope> scope,
    int k,
    double threshold,
    int now) {

  public Question {
    named = Set.copyOf(named);
    if (k < 1) {
      throw new IllegalArgumentException("k must be 1 or above, not " + k);
    }
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("threshold must be from 0 to 1, not " + threshold);
    }
  }

  /** Returns the question for the {@code k} memories that fit the words best. */
  public static Question of(String words, int k, int now) {
    return new Question(
        words,
        Set.of(),
        Optional.empty(),
        SearchMode.HYBRID,
        Optional.empty(),
        Optional.empty(),
        k,
        0,
        now);
  }

  /** Returns this question, whose words name those of the cast. */
  public Question naming(Collection<EntityId> people) {
    return new Question(words, Set.copyOf(people), meaning, mode, owner, scope, k, threshold, now);
  }

  /** Returns this question with the meaning of its words. */
  public Question meant(Meaning newMeaning) {
    return new Question(
        words, named, Optional.of(newMeaning), mode, owner, scope, k, threshold, now);
  }

  /** Returns this question in that mode. */
  public Question in(SearchMode newMode) {
    return new Question(words, named, meaning, newMode, owner, scope, k, threshold, now);
  }

  /** Returns this question about that entity's memories alone. */
  public Question ownedBy(EntityId newOwner) {
    return new Question(
        words, named, meaning, mode, Optional.of(newOwner), scope, k, threshold, now);
  }

  /** Returns this question about memories of that scope alone. */
  public Question about(MemoryScope newScope) {
    return new Question(
        words, named, meaning, mode, owner, Optional.of(newScope), k, threshold, now);
  }
}
