package quietstories.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import quietstories.json.JsonObject;
import quietstories.json.JsonReader;
import quietstories.memory.Mind;
import quietstories.memory.Question;
import quietstories.memory.Wish;
import quietstories.story.ChronicleWriter;
import quietstories.story.EntityId;
import quietstories.story.HiddenMemory;
import quietstories.story.Knowledge;
import quietstories.story.Memory;
import quietstories.story.Session;
import quietstories.story.SessionId;

/** Random journeys: what is taken back is gone, whatever was done before. */
class MindJourneysTest {

  private static final List<String> OWNERS = List.of("tom", "Tom Arden", "keeper", "mira", "nobdy");
  private static final List<String> SCOPES =
      List.of("event", "relationship", "belief", "goal", "gossip");
  private static final EntityId MIRA = new EntityId("mira");

  @Property(tries = 25)
  void whatIsTakenBackIsAsIfItHadNeverBeen(@ForAll long seed) {
    travel(new Random(seed));
  }

  @Property(tries = 10_000)
  @Tag("long")
  void whatIsTakenBackIsAsIfItHadNeverBeenInTenThousandCases(@ForAll long seed) {
    travel(new Random(seed));
  }

  private static <T> T one(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static HiddenMemory memory(Random random) {
    String owner = one(random, OWNERS);
    String visibility = random.nextInt(3) == 0 ? "public" : "private";
    String about =
        one(
            random,
            List.of(
                "Mira trusts Tom by the lamp",
                "Old Hask fears the storm and the lamp",
                "The oil of the lamp is under the boat",
                "Tom betrayed Mira in the storm"));
    String content = about + " " + random.nextInt(6);
    return new HiddenMemory(one(random, SCOPES), owner, content, visibility);
  }

  private static JsonObject outcome(Random random) {
    HiddenMemory[] memories = new HiddenMemory[random.nextInt(4)];
    for (int i = 0; i < memories.length; i++) {
      memories[i] = memory(random);
    }
    String felt =
        "{\"emotional_state_updates\":[{\"entity_id\":\"%s\",\"emotion\":\"%s\",\"intensity\":%s,\"cause\":\"%s\"}]}"
            .formatted(
                one(random, List.of("tom", "keeper")),
                one(random, List.of("fear", "joy", "ennui")),
                random.nextInt(-10, 11) / 10.0,
                "the storm");
    return Puppet.remembering(memories).merge((JsonObject) JsonReader.read(felt));
  }

  private static void add(Random random, MindTable table, SessionId id) {
    HiddenMemory memory = memory(random);
    Wish wish =
        Wish.of(memory.targetId(), memory.content(), random.nextInt(60))
            .about(memory.scope())
            .knownTo(memory.visibility());
    table.remembering.memories().add(id, List.of(wish));
  }

  private static void delete(Random random, MindTable table, SessionId id) {
    List<Memory> all = table.mind(id).memories().toList();
    if (!all.isEmpty()) {
      table.remembering.memories().delete(id, one(random, all).id());
    }
  }

  private static void play(Random random, MindTable table, SessionId id) {
    String answer = Puppet.told("The sea is loud.", outcome(random));
    table.puppet.says = _ -> answer;
    table.play(id, "I go to the lamp");
  }

  /** Everything of a session as it stands that a turn may change. */
  private static List<Object> standing(MindTable table, SessionId id) {
    Session session = table.now(id);
    Knowledge kept = table.raw.mind(id, session.turn());
    return List.of(
        session.moment(), kept.memories(), kept.relationships(), kept.feelings(), kept.tasks());
  }

  /** What is kept ready is what is read anew. */
  private static void checkReady(MindTable table, SessionId id) {
    Session session = table.now(id);
    Mind ready = table.mind(id);
    Mind fresh = new MindfulStore(table.raw, Optional.empty()).minds().of(session);
    assertThat(ready.memories()).containsExactlyInAnyOrderElementsOf(fresh.memories().toList());
    assertThat(ready.relationships()).containsExactlyInAnyOrderElementsOf(fresh.relationships());
    for (String entity : List.of("mira", "tom", "keeper")) {
      assertThat(ready.feelings(new EntityId(entity)))
          .isEqualTo(fresh.feelings(new EntityId(entity)));
    }
    Question question = Question.of("lamp storm", 30, session.turn());
    assertThat(ready.seenBy(MIRA).search(question).stream().map(r -> r.memory().id()))
        .containsExactlyElementsOf(
            fresh.seenBy(MIRA).search(question).stream().map(r -> r.memory().id()).toList());
  }

  private static void travel(Random random) {
    InMemorySessionStore store = new InMemorySessionStore();
    MindTable table = new MindTable(store, Optional.empty(), Optional.empty(), false);
    try {
      SessionId id = table.begin();
      List<List<Object>> stood = new ArrayList<>(List.of(standing(table, id)));
      for (int step = 0; step < 14; step++) {
        int turn = table.now(id).turn();
        switch (random.nextInt(9)) {
          case 0, 1, 2 -> {
            if (turn < 8 && table.now(id).ending().isEmpty()) {
              play(random, table, id);
              stood.subList(turn + 1, stood.size()).clear();
              stood.add(standing(table, id));
            }
          }
          case 3 -> {
            if (turn > 0) {
              table.travel.undo(id, 1 + random.nextInt(turn));
            }
          }
          case 4 -> {
            int left = stood.size() - 1 - turn;
            if (left > 0) {
              table.travel.redo(id, 1 + random.nextInt(left));
            }
          }
          case 5 -> {
            if (turn == stood.size() - 1) {
              add(random, table, id);
              delete(random, table, id);
              table.remembering.memories().consolidate(id);
              stood.set(turn, standing(table, id));
            }
          }
          case 6 -> {
            int from = random.nextInt(turn + 1);
            SessionId branch = table.travel.branch(id, from, Optional.empty()).id();
            assertThat(standing(table, branch)).isEqualTo(stood.get(from));
            checkReady(table, branch);
            add(random, table, branch);
          }
          case 7 -> {
            table.close();
            table = new MindTable(store, Optional.empty(), Optional.empty(), false);
          }
          default -> {
            if (turn > 0) {
              String answer = Puppet.told("The sea is louder.", outcome(random));
              table.puppet.says = _ -> answer;
              table.regenerate(id);
              stood.subList(turn, stood.size()).clear();
              stood.add(standing(table, id));
            }
          }
        }
        assertThat(standing(table, id)).isEqualTo(stood.get(table.now(id).turn()));
        checkReady(table, id);
      }
      JsonObject out = ChronicleWriter.write(table.travel.chronicle(id));
      SessionId in = table.travel.take(out).id();
      assertThat(standing(table, in)).isEqualTo(standing(table, id));
    } finally {
      table.close();
    }
  }
}
