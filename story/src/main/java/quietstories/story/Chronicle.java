package quietstories.story;

import java.util.List;

/**
 * Everything of a session up to where it stands: what it takes to play on from there, and to go
 * back from there as far as its moments reach.
 *
 * @param moments how things stood, in the order of the turns; the last one is the session's own
 * @param turns all turns from the first to the last
 * @param memories every version of every memory, in the order in which the memories were first
 *     written
 * @param relationships every version of every relationship, likewise
 * @param feelings what was felt, the oldest first
 * @param tasks every state of every enrichment task, likewise
 */
public record Chronicle(
    Session session,
    List<Moment> moments,
    List<Turn> turns,
    List<Held<KnownMemory>> memories,
    List<Held<Relationship>> relationships,
    List<Held<Feeling>> feelings,
    List<Held<EnrichmentTask>> tasks) {

  public Chronicle {
    moments = List.copyOf(moments);
    turns = List.copyOf(turns);
    memories = List.copyOf(memories);
    relationships = List.copyOf(relationships);
    feelings = List.copyOf(feelings);
    tasks = List.copyOf(tasks);
    if (moments.isEmpty() || !moments.getLast().equals(session.moment())) {
      throw new InvalidStory("moments", "the last one must be that of the session");
    }
  }

  /** Returns the same as the chronicle of that session, which stands at the same moment. */
  public Chronicle of(Session other) {
    return new Chronicle(other, moments, turns, memories, relationships, feelings, tasks);
  }
}
