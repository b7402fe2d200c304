package quietstories.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import quietstories.memory.Admission;
import quietstories.memory.Admissions;
import quietstories.memory.Cast;
import quietstories.memory.Door;
import quietstories.memory.Mind;
import quietstories.memory.Pair;
import quietstories.memory.RelationWish;
import quietstories.memory.Relations;
import quietstories.story.EmotionUpdate;
import quietstories.story.EnrichmentTask;
import quietstories.story.Entity;
import quietstories.story.Feeling;
import quietstories.story.Memory;
import quietstories.story.MemoryId;
import quietstories.story.MemoryScope;
import quietstories.story.MindChange;
import quietstories.story.Relationship;
import quietstories.story.Session;
import quietstories.story.TaskId;
import quietstories.story.TaskStatus;

/**
 * Turns what somebody wants to be remembered, felt or related into a change of minds. The one place
 * for all who want it: tools, the narrator's outcome, what follows a turn, the interface.
 */
final class Scribe implements MindWriter {

  private final ReadyMinds minds;
  private final Supplier<String> ids;
  private final TurnTime time;

  /** Creates a scribe; {@code ids} gives a new id each time. */
  Scribe(ReadyMinds minds, Supplier<String> ids, TurnTime time) {
    this.minds = minds;
    this.ids = ids;
    this.time = time;
  }

  /**
   * What became of it.
   *
   * @param memories one for each memory that was wanted, in their order
   * @param refusals why feelings and relationships were refused, in words
   */
  record Written(MindChange change, List<Admission<Memory>> memories, List<String> refusals) {

    Written {
      memories = List.copyOf(memories);
      refusals = List.copyOf(refusals);
    }

    /** Returns everything that was refused, in words. */
    List<String> allRefusals() {
      List<String> all = new ArrayList<>();
      for (int i = 0; i < memories.size(); i++) {
        if (memories.get(i) instanceof Admission.Refused<Memory>(String reason)) {
          all.add("memory " + i + ": " + reason);
        }
      }
      all.addAll(refusals);
      return all;
    }
  }

  @Override
  public Decision decide(Session session, List<Entity> cast, int turn, MindWishes wishes) {
    Written written = write(session, cast, turn, wishes);
    return new Decision(written.change(), written.allRefusals());
  }

  /** Returns the change that the wishes make to the session's minds at {@code turn}. */
  Written write(Session session, List<Entity> entities, int turn, MindWishes wishes) {
    Mind mind = minds.of(session);
    Cast cast = Cast.of(entities);
    Door door = new Door(cast, () -> new MemoryId(ids.get()));
    Admissions memories = door.admit(mind, wishes.memories());
    Mind remembering = mind.after(memories.change()).mind();
    List<String> refusals = new ArrayList<>();
    List<Relationship> edges = relationships(remembering, cast, wishes, memories, refusals);
    List<Feeling> feelings = new ArrayList<>();
    for (EmotionUpdate update : wishes.emotions()) {
      switch (door.admit(update, turn)) {
        case Admission.Admitted<Feeling>(Feeling feeling, boolean _) -> feelings.add(feeling);
        case Admission.Refused<Feeling>(String reason) -> refusals.add("emotion: " + reason);
      }
    }
    List<Memory> written = memories.change().written();
    MindChange change =
        new MindChange(written, List.of(), edges, feelings, tasks(written, wishes, time.now()));
    return new Written(change, memories.each(), refusals);
  }

  /** What was said in so many words counts; a memory's own words count where nobody said it. */
  private static List<Relationship> relationships(
      Mind mind, Cast cast, MindWishes wishes, Admissions memories, List<String> refusals) {
    Map<Pair, Relationship> edges = new LinkedHashMap<>();
    Mind growing = mind;
    List<RelationWish> all = new ArrayList<>(wishes.relationships());
    if (wishes.relationships().isEmpty()) {
      memories.change().written().stream()
          .filter(memory -> memory.scope() == MemoryScope.RELATIONSHIP)
          .forEach(memory -> all.addAll(Relations.readFrom(memory)));
    }
    for (RelationWish wish : all) {
      switch (Relations.admit(growing, cast, wish)) {
        case Admission.Admitted<Relationship>(Relationship edge, boolean _) -> {
          edges.put(Pair.of(edge), edge);
          MindChange step = new MindChange(List.of(), List.of(), List.of(edge), List.of());
          growing = growing.after(step).mind();
        }
        case Admission.Refused<Relationship>(String reason) ->
            refusals.add("relationship: " + reason);
      }
    }
    return List.copyOf(edges.values());
  }

  private List<EnrichmentTask> tasks(List<Memory> written, MindWishes wishes, Instant now) {
    return wishes.relationships().isEmpty()
        ? written.stream()
            .filter(Relations::wantsEnrichment)
            .map(memory -> task(memory, now))
            .toList()
        : List.of();
  }

  private EnrichmentTask task(Memory memory, Instant now) {
    return new EnrichmentTask(
        new TaskId(ids.get()),
        memory.content(),
        memory.owner(),
        memory.related(),
        TaskStatus.QUEUED,
        now,
        Optional.empty(),
        0);
  }
}
