package quietstories.engine;

import java.util.List;
import quietstories.memory.RelationWish;
import quietstories.memory.Wish;
import quietstories.story.EmotionUpdate;

/**
 * What a model wants the cast to remember and to feel after a turn. Nothing of it is admitted yet.
 */
public record MindWishes(
    List<Wish> memories, List<RelationWish> relationships, List<EmotionUpdate> emotions) {

  public MindWishes {
    memories = List.copyOf(memories);
    relationships = List.copyOf(relationships);
    emotions = List.copyOf(emotions);
  }

  /** Returns how many there are. */
  int size() {
    return memories.size() + relationships.size() + emotions.size();
  }
}
