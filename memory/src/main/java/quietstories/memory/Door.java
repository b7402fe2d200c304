package quietstories.memory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quietstories.story.Emotion;
import quietstories.story.EmotionUpdate;
import quietstories.story.EntityId;
import quietstories.story.Feeling;
import quietstories.story.Memory;
import quietstories.story.MemoryId;
import quietstories.story.MemoryScope;
import quietstories.story.MindChange;
import quietstories.story.Visibility;

/**
 * The one way in for memories and feelings, whoever wants them kept: it resolves names, checks
 * words and numbers, and merges what is known already to the letter.
 */
public final class Door {

  private final Cast cast;
  private final Supplier<MemoryId> ids;

  /**
   * @param ids gives a new id at each call, never one that the session had before
   */
  public Door(Cast cast, Supplier<MemoryId> ids) {
    this.cast = cast;
    this.ids = ids;
  }

  /**
   * Returns what becomes of the wishes, each seeing what those before it brought. A wish for what
   * its owner knows already, in the same scope and visibility and to the letter but for spacing,
   * becomes a later version of that memory: the greater importance, the newer turn, all related.
   * Related entities that are not of the cast are left out.
   */
  public Admissions admit(Mind mind, List<Wish> wishes) {
    Map<Statement, Memory> brought = new LinkedHashMap<>();
    List<Admission<Memory>> each = new ArrayList<>();
    for (Wish wish : wishes) {
      each.add(
          problem(wish)
              .<Admission<Memory>>map(Admission.Refused::new)
              .orElseGet(() -> admitted(mind, brought, wish)));
    }
    List<Memory> written = List.copyOf(brought.values());
    return new Admissions(each, new MindChange(written, List.of(), List.of(), List.of()));
  }

  /** Returns what becomes of a proposed emotion. */
  public Admission<Feeling> admit(EmotionUpdate update, int turn) {
    Optional<EntityId> entity = cast.resolve(update.entityId());
    if (entity.isEmpty()) {
      return new Admission.Refused<>(cast.unknown(update.entityId()));
    }
    Optional<Emotion> emotion = Emotion.named(update.emotion());
    if (emotion.isEmpty()) {
      String allowed = names(Stream.of(Emotion.values()).map(Emotion::wireName));
      return new Admission.Refused<>(
          "unknown emotion '%s'; allowed: %s".formatted(update.emotion(), allowed));
    }
    return new Admission.Admitted<>(
        new Feeling(
            entity.get(),
            emotion.get(),
            update.intensity(),
            update.cause(),
            update.targetEntity().flatMap(cast::resolve),
            turn),
        false);
  }

  private Optional<String> problem(Wish wish) {
    if (cast.resolve(wish.owner()).isEmpty()) {
      return Optional.of(cast.unknown(wish.owner()));
    }
    if (wish.content().isBlank()) {
      return Optional.of("content must not be blank");
    }
    if (scope(wish).isEmpty()) {
      return Optional.of(
          "unknown scope '%s'; allowed: %s"
              .formatted(wish.scope().orElse(""), MemoryScope.allowed()));
    }
    if (visibility(wish).isEmpty()) {
      String allowed = names(Stream.of(Visibility.values()).map(Visibility::wireName));
      return Optional.of(
          "unknown visibility '%s'; allowed: %s".formatted(wish.visibility().orElse(""), allowed));
    }
    int importance = wish.importance().orElse(1);
    if (importance < 1 || importance > 10) {
      return Optional.of("importance must be from 1 to 10, not " + importance);
    }
    return wish.turn() < 0
        ? Optional.of("turn must be 0 or above, not " + wish.turn())
        : Optional.empty();
  }

  private Admission<Memory> admitted(Mind mind, Map<Statement, Memory> brought, Wish wish) {
    Statement statement =
        new Statement(
            cast.resolve(wish.owner()).orElseThrow(),
            scope(wish).orElseThrow(),
            visibility(wish).orElseThrow(),
            wish.content());
    Optional<Memory> known =
        Optional.ofNullable(brought.get(statement)).or(() -> mind.stated(statement));
    Memory memory =
        known
            .map(old -> again(old, wish, statement))
            .orElseGet(() -> fresh(ids.get(), wish, statement));
    brought.put(statement, memory);
    return new Admission.Admitted<>(memory, known.isPresent());
  }

  private Memory fresh(MemoryId id, Wish wish, Statement statement) {
    int importance =
        wish.importance()
            .orElseGet(() -> Importance.estimate(statement.scope(), statement.content()));
    return new Memory(
        id,
        statement.owner(),
        statement.content(),
        statement.scope(),
        statement.visibility(),
        wish.turn(),
        importance,
        wish.importance().isEmpty(),
        related(wish, statement),
        List.of());
  }

  private Memory again(Memory old, Wish wish, Statement statement) {
    Memory now = fresh(old.id(), wish, statement);
    Set<EntityId> related = new LinkedHashSet<>(old.related());
    related.addAll(now.related());
    boolean oldCounts =
        old.estimated() == now.estimated() ? old.importance() >= now.importance() : now.estimated();
    return new Memory(
        old.id(),
        old.owner(),
        old.content(),
        old.scope(),
        old.visibility(),
        Math.max(old.turn(), now.turn()),
        oldCounts ? old.importance() : now.importance(),
        oldCounts ? old.estimated() : now.estimated(),
        List.copyOf(related),
        old.replaces());
  }

  private List<EntityId> related(Wish wish, Statement statement) {
    Set<EntityId> related = new LinkedHashSet<>();
    if (wish.related().isEmpty()) {
      related.addAll(cast.mentionedIn(statement.content()));
    }
    wish.related().forEach(said -> cast.resolve(said).ifPresent(related::add));
    related.remove(statement.owner());
    return List.copyOf(related);
  }

  private static Optional<MemoryScope> scope(Wish wish) {
    return MemoryScope.named(wish.scope().orElse("general"));
  }

  private static Optional<Visibility> visibility(Wish wish) {
    return Visibility.named(wish.visibility().orElse("private"));
  }

  private static String names(Stream<String> names) {
    return names.collect(Collectors.joining(", "));
  }
}
