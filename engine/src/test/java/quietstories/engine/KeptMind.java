package quietstories.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quietstories.story.Chronicle;
import quietstories.story.EnrichmentTask;
import quietstories.story.Feeling;
import quietstories.story.Held;
import quietstories.story.Knowledge;
import quietstories.story.KnownMemory;
import quietstories.story.Memory;
import quietstories.story.MemoryId;
import quietstories.story.MindChange;
import quietstories.story.Relationship;
import quietstories.story.TaskId;
import quietstories.story.Vector;

/** What the cast of one session knows and feels, with all its history. */
final class KeptMind {

  private final Steps<MemoryId, KnownMemory> memories = new Steps<>();
  private final Steps<List<Object>, Relationship> relationships = new Steps<>();
  private final Steps<Integer, Feeling> feelings = new Steps<>();
  private final Steps<TaskId, EnrichmentTask> tasks = new Steps<>();
  private int felt;

  void change(int turn, MindChange change) {
    change.removed().forEach(id -> memories.remove(id, turn));
    change.written().forEach(memory -> write(memory, turn));
    change.relationships().forEach(edge -> relationships.put(pair(edge), turn, edge));
    change.feelings().forEach(feeling -> feelings.put(felt++, turn, feeling));
    change.tasks().forEach(task -> tasks.put(task.id(), turn, task));
  }

  private void write(Memory memory, int turn) {
    Optional<Vector> vector =
        memories
            .at(memory.id(), turn)
            .filter(known -> known.memory().content().equals(memory.content()))
            .flatMap(KnownMemory::vector);
    memories.put(memory.id(), turn, new KnownMemory(memory, vector));
  }

  void embed(Memory memory, Vector vector) {
    memories.change(
        memory.id(),
        known ->
            known.memory().equals(memory)
                ? new KnownMemory(known.memory(), Optional.of(vector))
                : known);
  }

  void forgetAfter(int turn) {
    memories.forgetAfter(turn);
    relationships.forgetAfter(turn);
    feelings.forgetAfter(turn);
    tasks.forgetAfter(turn);
  }

  Knowledge at(int turn) {
    List<KnownMemory> known = memories.heldAt(turn);
    Map<MemoryId, Vector> vectors = new HashMap<>();
    known.forEach(k -> k.vector().ifPresent(vector -> vectors.put(k.memory().id(), vector)));
    return new Knowledge(
        known.stream().map(KnownMemory::memory).toList(),
        vectors,
        relationships.heldAt(turn),
        feelings.heldAt(turn),
        tasks.heldAt(turn));
  }

  void restore(Chronicle chronicle) {
    chronicle.memories().forEach(span -> memories.restore(span.thing().memory().id(), span));
    chronicle.relationships().forEach(span -> relationships.restore(pair(span.thing()), span));
    for (Held<Feeling> span : chronicle.feelings()) {
      feelings.restore(felt++, span);
    }
    chronicle.tasks().forEach(span -> tasks.restore(span.thing().id(), span));
  }

  List<Held<KnownMemory>> memories(int through) {
    return memories.spansThrough(through);
  }

  List<Held<Relationship>> relationships(int through) {
    return relationships.spansThrough(through);
  }

  List<Held<Feeling>> feelings(int through) {
    return feelings.spansThrough(through);
  }

  List<Held<EnrichmentTask>> tasks(int through) {
    return tasks.spansThrough(through);
  }

  private static List<Object> pair(Relationship edge) {
    return List.of(edge.from(), edge.to());
  }
}
