package quietstories.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import quietstories.memory.Admission;
import quietstories.memory.Admissions;
import quietstories.memory.Cast;
import quietstories.memory.Door;
import quietstories.memory.Embedded;
import quietstories.memory.Meaning;
import quietstories.memory.Mind;
import quietstories.memory.View;
import quietstories.memory.Wish;
import quietstories.story.Entity;
import quietstories.story.EntityId;
import quietstories.story.HiddenMemory;
import quietstories.story.Memory;
import quietstories.story.MemoryId;

/**
 * What a narrator may know of the minds of the cast. It never shows what the point of view may not
 * see. Safe for use by many threads.
 */
public final class Minds {

  /** How many memories are given a meaning while a tool runs. */
  private static final int FRESH = 20;

  private final Mind mind;
  private final Cast cast;
  private final EntityId pointOfView;
  private final int turn;
  private final Function<String, Optional<Meaning>> meanings;

  private Minds(
      Mind mind,
      Cast cast,
      EntityId pointOfView,
      int turn,
      Function<String, Optional<Meaning>> meanings) {
    this.mind = mind;
    this.cast = cast;
    this.pointOfView = pointOfView;
    this.turn = turn;
    this.meanings = meanings;
  }

  /**
   * Returns what that point of view may know.
   *
   * @param turn the turn that is being told
   * @param meanings tells what words mean, as long as somebody can
   */
  public static Minds of(
      Mind mind,
      List<Entity> cast,
      EntityId pointOfView,
      int turn,
      Function<String, Optional<Meaning>> meanings) {
    return new Minds(mind, Cast.of(cast), pointOfView, turn, meanings);
  }

  /** Returns the minds of a story in which nobody remembers anything. */
  public static Minds empty(EntityId pointOfView) {
    return of(Mind.empty(), List.of(), pointOfView, 0, _ -> Optional.empty());
  }

  /** Returns what may be known. */
  public View view() {
    return mind.seenBy(pointOfView);
  }

  /** Returns by what names the entities are known. */
  public Cast cast() {
    return cast;
  }

  /** Returns the turn that is being told. */
  public int turn() {
    return turn;
  }

  /** Returns what words mean, or empty if nobody can tell. */
  public Optional<Meaning> meaning(String words) {
    return meanings.apply(words);
  }

  /** Returns these minds with the meanings of what was remembered so lately that it has none. */
  Minds meaningful() {
    List<Embedded> fresh = new ArrayList<>();
    for (Memory memory : mind.withoutMeaning(FRESH)) {
      Optional<Meaning> meaning = meanings.apply(cast.told(memory));
      if (meaning.isEmpty()) {
        break;
      }
      fresh.add(new Embedded(memory.id(), memory.content(), meaning.get()));
    }
    return new Minds(mind.with(fresh), cast, pointOfView, turn, meanings);
  }

  /** Returns why a memory cannot be kept as it is wished for, or empty if it can. */
  Optional<String> objection(HiddenMemory memory) {
    return admit(List.of(memory)).each().getFirst() instanceof Admission.Refused<Memory>(var reason)
        ? Optional.of(reason)
        : Optional.empty();
  }

  /** Returns the minds once those memories are kept. */
  Minds after(List<HiddenMemory> memories, List<Entity> newCast) {
    Minds grown = new Minds(mind, Cast.of(newCast), pointOfView, turn, meanings);
    return memories.isEmpty()
        ? grown
        : new Minds(
            mind.after(grown.admit(memories).change()).mind(),
            grown.cast,
            pointOfView,
            turn,
            meanings);
  }

  /** The ids last only as long as the turn is told: what is kept gets others. */
  private Admissions admit(List<HiddenMemory> memories) {
    AtomicInteger ids = new AtomicInteger(mind.size());
    Door door = new Door(cast, () -> new MemoryId("untold-" + ids.incrementAndGet()));
    return door.admit(mind, memories.stream().map(this::wish).toList());
  }

  private Wish wish(HiddenMemory memory) {
    return new Wish(
        memory.targetId(),
        memory.content(),
        Optional.of(memory.scope()),
        Optional.of(memory.visibility()),
        OptionalInt.empty(),
        turn,
        List.of());
  }
}
