package quietstories.engine;

import java.util.List;
import quietstories.memory.RelationWish;
import quietstories.memory.Wish;
import quietstories.story.EmotionUpdate;
import quietstories.story.HiddenMemory;
import quietstories.story.Outcome;

/** What somebody wants the cast to remember and to feel. Nothing of it is admitted yet. */
public record MindWishes(
    List<Wish> memories, List<RelationWish> relationships, List<EmotionUpdate> emotions) {

  public MindWishes {
    memories = List.copyOf(memories);
    relationships = List.copyOf(relationships);
    emotions = List.copyOf(emotions);
  }

  /** Returns the wish for those memories and nothing else. */
  static MindWishes remembering(List<Wish> memories) {
    return new MindWishes(memories, List.of(), List.of());
  }

  /** Returns what the narrator's outcome of that turn wants. */
  static MindWishes of(Outcome outcome, int turn) {
    List<Wish> memories =
        outcome.hiddenMemoryUpdates().stream().map(memory -> wish(memory, turn)).toList();
    return new MindWishes(memories, List.of(), outcome.emotionalStateUpdates());
  }

  private static Wish wish(HiddenMemory memory, int turn) {
    return Wish.of(memory.targetId(), memory.content(), turn)
        .about(memory.scope())
        .knownTo(memory.visibility());
  }

  /** Returns how many there are. */
  int size() {
    return memories.size() + relationships.size() + emotions.size();
  }
}
