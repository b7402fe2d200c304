package quietstories.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quietstories.story.EntityId;
import quietstories.story.Memory;
import quietstories.story.MemoryId;
import quietstories.story.MemoryScope;
import quietstories.story.Relationship;
import quietstories.story.RelationshipType;
import quietstories.story.Visibility;

/**
 * Gathers relationships out of what was said about them.
 *
 * <p>A statement weighs as much as it is strong. The sentiment and the strength are means weighted
 * so, of which the past counts at most {@value #MOST_WEIGHT}, so that a change of heart shows after
 * a few statements. The type is the one whose evidence outweighs the others': each statement for
 * another type takes its weight from the lead, and one that takes more than there is turns the type
 * over.
 */
public final class Relations {

  /** How many memories a relationship keeps as evidence, the newest. */
  static final int EVIDENCE = 16;

  private static final double NEUTRAL = 0.2;
  private static final double MOST_WEIGHT = 4;
  private static final double USUAL_STRENGTH = 0.5;
  private static final double LEAST_WEIGHT = 0.05;

  private Relations() {}

  /** Returns the relationship as it is after what was said, or why it cannot be. */
  public static Admission<Relationship> admit(Mind mind, Cast cast, RelationWish wish) {
    Optional<EntityId> from = cast.resolve(wish.from());
    Optional<EntityId> to = cast.resolve(wish.to());
    if (from.isEmpty() || to.isEmpty()) {
      return new Admission.Refused<>(cast.unknown(from.isEmpty() ? wish.from() : wish.to()));
    }
    if (from.equals(to)) {
      return new Admission.Refused<>("nobody has a relationship with themselves");
    }
    Optional<RelationshipType> type = wish.type().flatMap(RelationshipType::named);
    if (wish.type().isPresent() && type.isEmpty()) {
      return new Admission.Refused<>(
          "unknown type '%s'; allowed: %s".formatted(wish.type().orElse(""), allowedTypes()));
    }
    if (isOutside(wish.sentiment(), -1) || isOutside(wish.strength(), 0)) {
      return new Admission.Refused<>("sentiment must be from -1 to 1, strength from 0 to 1");
    }
    Optional<Relationship> old = mind.relationship(from.get(), to.get());
    Relationship known = old.orElseGet(() -> stranger(from.get(), to.get(), wish.turn()));
    return new Admission.Admitted<>(after(mind, known, type, wish), old.isPresent());
  }

  /**
   * Returns what a memory itself says, by its cue words, about those it is about: one wish for each
   * (from its owner), none if it is about nobody. It is the fallback where nobody said it in
   * structured form.
   */
  public static List<RelationWish> readFrom(Memory memory) {
    CueReader.Reading reading = CueReader.read(memory.content());
    return memory.related().stream()
        .map(
            other ->
                new RelationWish(
                    memory.owner().value(),
                    other.value(),
                    Optional.of(reading.type().wireName()),
                    OptionalDouble.of(reading.sentiment()),
                    OptionalDouble.of(reading.strength()),
                    Optional.of(memory.id()),
                    memory.turn()))
        .toList();
  }

  /**
   * Returns whether a closer look would help: a memory about a relationship whose words leave the
   * sentiment within {@value #NEUTRAL} of zero.
   */
  public static boolean wantsEnrichment(Memory memory) {
    return memory.scope() == MemoryScope.RELATIONSHIP
        && !memory.related().isEmpty()
        && Math.abs(CueReader.read(memory.content()).sentiment()) <= NEUTRAL;
  }

  private static Relationship after(
      Mind mind, Relationship old, Optional<RelationshipType> said, RelationWish wish) {
    double strength = wish.strength().orElse(USUAL_STRENGTH);
    double weight = Math.max(LEAST_WEIGHT, strength);
    double past = Math.min(MOST_WEIGHT, old.weight());
    boolean other = said.isPresent() && said.get() != old.type();
    double lead = said.isEmpty() ? old.lead() : other ? old.lead() - weight : old.lead() + weight;
    boolean turned = other && lead < 0;
    return new Relationship(
        old.from(),
        old.to(),
        turned ? said.get() : old.type(),
        mean(old.sentiment(), past, wish.sentiment().orElse(old.sentiment()), weight, -1),
        mean(old.strength(), past, strength, weight, 0),
        past + weight,
        Math.min(MOST_WEIGHT, Math.abs(lead)),
        old.open() && wish.evidence().filter(id -> isPublic(mind, id)).isPresent(),
        evidence(old.evidence(), wish.evidence()),
        Math.max(old.lastTurn(), wish.turn()));
  }

  private static double mean(double old, double past, double now, double weight, double least) {
    return Math.clamp((old * past + now * weight) / (past + weight), least, 1);
  }

  private static List<MemoryId> evidence(List<MemoryId> old, Optional<MemoryId> fresh) {
    List<MemoryId> all = new ArrayList<>(old);
    fresh.ifPresent(all::remove);
    fresh.ifPresent(all::add);
    return all.subList(Math.max(0, all.size() - EVIDENCE), all.size());
  }

  private static boolean isPublic(Mind mind, MemoryId id) {
    return mind.memory(id).filter(m -> m.visibility() == Visibility.PUBLIC).isPresent();
  }

  private static boolean isOutside(OptionalDouble number, double least) {
    return number.isPresent() && !(number.getAsDouble() >= least && number.getAsDouble() <= 1);
  }

  private static Relationship stranger(EntityId from, EntityId to, int turn) {
    return new Relationship(
        from, to, RelationshipType.ACQUAINTANCE, 0, 0, 0, 0, true, List.of(), turn);
  }

  private static String allowedTypes() {
    return Stream.of(RelationshipType.values())
        .map(RelationshipType::wireName)
        .collect(Collectors.joining(", "));
  }
}
