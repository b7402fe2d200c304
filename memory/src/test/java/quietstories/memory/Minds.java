package quietstories.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import quietstories.json.JsonObject;
import quietstories.story.Emotion;
import quietstories.story.Entity;
import quietstories.story.EntityId;
import quietstories.story.Feeling;
import quietstories.story.Memory;
import quietstories.story.MemoryId;
import quietstories.story.MemoryScope;
import quietstories.story.MindChange;
import quietstories.story.Relationship;
import quietstories.story.Visibility;

/** Casts, memories and changes for tests. */
final class Minds {

  static final List<String> NAMES = List.of("Mira Holt", "Tobin", "Ansel", "Rosalind");
  private static final List<String> WORDS =
      List.of(
          "beacon",
          "fleet",
          "harbour",
          "storm",
          "key",
          "lantern",
          "secret",
          "trust",
          "fear",
          "bread",
          "Tobin",
          "Ansel",
          "Rosalind",
          "gull",
          "tower",
          "oil");

  private Minds() {}

  static Cast cast() {
    return Cast.of(NAMES.stream().map(Minds::entity).toList());
  }

  static Entity entity(String name) {
    return new Entity(id(name), "npc", name, Optional.empty(), JsonObject.EMPTY);
  }

  static EntityId id(String name) {
    return new EntityId(name.toLowerCase(Locale.ROOT).split(" ", -1)[0]);
  }

  static Supplier<MemoryId> ids() {
    int[] next = {0};
    return () -> new MemoryId("m" + next[0]++);
  }

  static Memory memory(String id, String owner, String content, Visibility visibility, int turn) {
    return new Memory(
        new MemoryId(id),
        id(owner),
        content,
        MemoryScope.GENERAL,
        visibility,
        turn,
        5,
        false,
        List.of(),
        List.of());
  }

  static Memory secret(String id, String owner, String content, int turn) {
    return memory(id, owner, content, Visibility.PRIVATE, turn);
  }

  static Memory open(String id, String owner, String content, int turn) {
    return memory(id, owner, content, Visibility.PUBLIC, turn);
  }

  static String sentence(Random random, int words) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < words; i++) {
      all.add(WORDS.get(random.nextInt(WORDS.size())));
    }
    return String.join(" ", all);
  }

  static Meaning meaning(String text) {
    Random random = new Random(text.hashCode());
    float[] vector = new float[10];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return Meaning.of(vector);
  }

  static List<Embedded> embedded(List<Memory> memories) {
    return memories.stream()
        .map(m -> new Embedded(m.id(), m.content(), meaning(m.content())))
        .toList();
  }

  /** Returns a change of memories, relationships and feelings that fits the mind. */
  static MindChange change(Random random, Mind mind, int turn) {
    List<Memory> written = new ArrayList<>();
    List<MemoryId> removed = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      String owner = NAMES.get(random.nextInt(NAMES.size()));
      Visibility visibility = random.nextBoolean() ? Visibility.PRIVATE : Visibility.PUBLIC;
      String id = "m" + random.nextInt(40);
      written.add(memory(id, owner, sentence(random, 4), visibility, turn));
    }
    if (random.nextInt(3) == 0) {
      removed.add(new MemoryId("m" + random.nextInt(40)));
    }
    List<Relationship> edges = new ArrayList<>();
    if (random.nextBoolean()) {
      String type = random.nextBoolean() ? "friendship" : "adversarial";
      RelationWish wish =
          new RelationWish(
              NAMES.get(random.nextInt(2)),
              NAMES.get(2 + random.nextInt(2)),
              Optional.of(type),
              java.util.OptionalDouble.of(random.nextDouble() * 2 - 1),
              java.util.OptionalDouble.of(random.nextDouble()),
              written.stream().map(Memory::id).findFirst(),
              turn);
      if (Relations.admit(mind, cast(), wish) instanceof Admission.Admitted<Relationship> ok) {
        edges.add(ok.value());
      }
    }
    List<Feeling> feelings = new ArrayList<>();
    if (random.nextBoolean()) {
      feelings.add(
          new Feeling(
              id(NAMES.get(random.nextInt(NAMES.size()))),
              List.of(Emotion.values()).get(random.nextInt(8)),
              random.nextDouble() * 2 - 1,
              Optional.of("cause " + turn),
              Optional.empty(),
              turn));
    }
    return new MindChange(written, removed, edges, feelings);
  }
}
