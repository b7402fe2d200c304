package quietstories.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.memory.Wish;
import quietstories.model.EmbeddingModel;
import quietstories.model.ModelRequest;
import quietstories.story.ChronicleWriter;
import quietstories.story.Emotion;
import quietstories.story.Entity;
import quietstories.story.EntityId;
import quietstories.story.HiddenMemory;
import quietstories.story.MemoryScope;
import quietstories.story.SessionId;
import quietstories.story.ToolUse;

/**
 * Casts, secrets and turns as a seed decides. Whatever anybody but the point of view keeps to
 * himself bears a marker, and the marker is nowhere that the point of view or its narrator looks.
 */
class PlantedSecretsTest {

  private static final String MARKER = "zqsecret";
  private static final EntityId SELF = new EntityId("mira");
  private static final List<String> FIRST =
      List.of("Tom", "Hask", "Ena", "Bartholomew", "Mira", "Jo", "Anne-Marie", "Ünal", "Li");
  private static final List<String> LAST = List.of("Arden", "of the Ford", "Vane", "O'Dell", "");
  private static final List<String> SAYINGS =
      List.of(
          "%s trusts %s by the lamp",
          "%s fears the storm, not %s",
          "the oil of %s is under the boat of %s",
          "%s betrayed %s in the storm",
          "%s loves %s, and the lamp");

  @Property(tries = 25)
  void aForeignSecretIsNowhereForThePointOfView(@ForAll long seed) {
    keepSecrets(new Random(seed));
  }

  @Property(tries = 10_000)
  @Tag("long")
  void aForeignSecretIsNowhereForThePointOfViewInTenThousandCases(@ForAll long seed) {
    keepSecrets(new Random(seed));
  }

  private static <T> T one(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** Some names share a part, with each other or with the point of view; some have aliases. */
  private static List<Entity> cast(Random random) {
    List<Entity> cast = new ArrayList<>();
    cast.add(new Entity(SELF, "player", "Mira", Optional.empty(), JsonObject.EMPTY));
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      String name = (one(random, FIRST) + " " + one(random, LAST)).strip();
      String id = random.nextBoolean() ? "npc" + i : name.toLowerCase(Locale.ROOT) + i;
      JsonObject more =
          random.nextInt(3) == 0
              ? JsonObject.of("aliases", JsonArray.ofTexts(List.of("the " + i + "th", "Mira")))
              : JsonObject.EMPTY;
      cast.add(new Entity(new EntityId(id), "npc", name, Optional.empty(), more));
    }
    Collections.shuffle(cast, random);
    return cast;
  }

  /** By whatever name its owner is called, a secret is marked if it is not the point of view's. */
  private static HiddenMemory memory(Random random, List<Entity> cast) {
    Entity owner = one(random, cast);
    boolean secret = random.nextInt(3) > 0 && !owner.id().equals(SELF);
    String words =
        one(random, SAYINGS).formatted(one(random, cast).name(), one(random, cast).name());
    return new HiddenMemory(
        one(random, List.of(MemoryScope.values())).wireName(),
        owner.id().value(),
        words + " " + random.nextInt(6) + (secret ? " " + MARKER : ""),
        secret ? "private" : "public");
  }

  private static String told(Random random, List<Entity> cast) {
    HiddenMemory[] memories = new HiddenMemory[random.nextInt(4)];
    for (int i = 0; i < memories.length; i++) {
      memories[i] = memory(random, cast);
    }
    Entity feels = one(random, cast);
    JsonObject felt =
        JsonObject.builder()
            .put("entity_id", feels.id().value())
            .put("emotion", one(random, List.of(Emotion.values())).wireName())
            .put("intensity", random.nextInt(-10, 11) / 10.0)
            .put("cause", feels.id().equals(SELF) ? "the sea" : MARKER)
            .build();
    JsonObject outcome =
        Puppet.remembering(memories)
            .with("emotional_state_updates", new JsonArray(List.<Json>of(felt)));
    return Puppet.told("The sea is loud.", outcome);
  }

  private static String thought(Random random, List<Entity> cast) {
    HiddenMemory memory = memory(random, cast);
    JsonObject kept =
        JsonObject.builder()
            .put("owner", memory.targetId())
            .put("content", memory.content())
            .put("visibility", memory.visibility())
            .build();
    return JsonObject.of("memories", new JsonArray(List.<Json>of(kept)))
        .with("suggested_actions", JsonArray.ofTexts(List.of("Go on")))
        .write();
  }

  private static String call(String name, JsonObject arguments) {
    return JsonObject.builder().put("name", name).put("arguments", arguments).build().write();
  }

  private static String calls(Random random, List<Entity> cast) {
    JsonObject words =
        JsonObject.of("query", Json.of(one(random, List.of("storm", "kept to himself", ""))));
    Entity whose = one(random, cast);
    JsonObject owned = words.with("entity_id", Json.of(whose.name())).with("limit", Json.of(20));
    HiddenMemory fresh = memory(random, cast);
    JsonObject wish =
        JsonObject.builder()
            .put("entity_id", fresh.targetId())
            .put("content", fresh.content())
            .put("visibility", fresh.visibility())
            .build();
    List<String> all =
        List.of(
            call("search_memories", owned),
            call("semantic_search", words),
            call("query_relationships", JsonObject.EMPTY),
            call("read_state", JsonObject.of("path", Json.of("player"))),
            call("search_memories", words.with("entity_id", Json.of("nobdy"))));
    boolean writes = !fresh.content().contains(MARKER);
    String more = writes ? "," + call("add_memory", wish) : "";
    return "\n[[OUTCOME]]\n{\"tool_calls\":[" + String.join(",", all) + more + "]}";
  }

  private static SessionId begin(MindTable table, List<Entity> cast) {
    NewSession wanted =
        new NewSession(
            OptionalLong.of(5),
            3,
            false,
            false,
            Optional.of(cast),
            Optional.empty(),
            Optional.empty());
    return table.sessions.create(Lighthouse.scenario(), wanted).id();
  }

  private static void keepSecrets(Random random) {
    List<Entity> cast = cast(random);
    Optional<EmbeddingModel> meanings =
        random.nextBoolean() ? Optional.of(new WordVectors("ideas")) : Optional.empty();
    try (MindTable table =
        new MindTable(new InMemorySessionStore(), meanings, Optional.empty(), true)) {
      SessionId id = begin(table, cast);
      int turns = 1 + random.nextInt(6);
      for (int turn = 0; turn < turns && table.now(id).ending().isEmpty(); turn++) {
        HiddenMemory planted = memory(random, cast);
        table.remembering.memories().add(id, List.of(wish(planted, random.nextInt(60))));
        play(random, table, id, cast);
        if (random.nextInt(3) == 0) {
          table.remembering.memories().consolidate(id);
        }
        if (random.nextInt(4) == 0) {
          id = table.travel.take(ChronicleWriter.write(table.travel.chronicle(id))).id();
        }
        for (String words : List.of("lamp storm", MARKER, "", "tom")) {
          assertThat(table.found(id, SELF.value(), words)).noneMatch(f -> f.contains(MARKER));
        }
        assertThat(table.now(id).suggestedActions()).noneMatch(said -> said.contains(MARKER));
      }
      assertThat(table.puppet.asked())
          .isNotEmpty()
          .allMatch(request -> !Puppet.words(request).contains(MARKER));
    }
  }

  private static Wish wish(HiddenMemory memory, int turn) {
    return Wish.of(memory.targetId(), memory.content(), turn)
        .about(memory.scope())
        .knownTo(memory.visibility());
  }

  private static void play(Random random, MindTable table, SessionId id, List<Entity> cast) {
    boolean asks = random.nextBoolean();
    String calls = calls(random, cast);
    String answer = told(random, cast);
    String after = thought(random, cast);
    int[] rounds = new int[1];
    table.puppet.says =
        (ModelRequest request) ->
            !request.urgent() ? after : asks && rounds[0]++ == 0 ? calls : answer;
    PlayedTurn played = table.play(id, "I go to the lamp in the storm");
    assertThat(played.turn().toolUses().isEmpty()).isEqualTo(!asks);
    for (ToolUse use : played.turn().toolUses()) {
      assertThat(use.result()).doesNotContain(MARKER);
    }
  }
}
