package quietstories.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import quietstories.json.JsonObject;
import quietstories.json.JsonReader;
import quietstories.memory.Consolidated;
import quietstories.memory.Extract;
import quietstories.memory.Mind;
import quietstories.memory.Wish;
import quietstories.model.ModelRequest;
import quietstories.prompt.PromptLimits;
import quietstories.story.ChronicleWriter;
import quietstories.story.Emotion;
import quietstories.story.EntityId;
import quietstories.story.HiddenMemory;
import quietstories.story.Memory;
import quietstories.story.MemoryId;
import quietstories.story.PlayerInput;
import quietstories.story.Relationship;
import quietstories.story.Session;
import quietstories.story.SessionId;

/** What people of a story come to know, feel and be to each other as it is told. */
class RememberingTest {

  private final MindTable table = new MindTable();
  private final SessionId id = table.begin();

  @AfterEach
  void close() {
    table.close();
  }

  private static HiddenMemory memory(String owner, String content, String visibility) {
    return new HiddenMemory("event", owner, content, visibility);
  }

  private static String told(HiddenMemory... memories) {
    return Puppet.told("The sea is loud.", Puppet.remembering(memories));
  }

  private static JsonObject json(String text) {
    return (JsonObject) JsonReader.read(text);
  }

  private String lastPrompt() {
    return Puppet.words(table.puppet.asked().getLast());
  }

  @Test
  void whatTheNarratorReportsIsRememberedOnceAndByIdEvenIfItNamedSomebodyByName() {
    table.tell(
        id,
        told(
            memory("tom", "The rope is cut.", "private"),
            memory("Tom Arden", "The rope  is cut.", "private"),
            memory("TOM", "The rope is cut.", "private")));
    table.tell(id, told(memory("Arden", "The rope is cut.", "private")));

    assertThat(table.mind(id).memories()).hasSize(1);
    Memory only = table.mind(id).memories().findFirst().orElseThrow();
    assertThat(only.owner()).isEqualTo(new EntityId("tom"));
    assertThat(only.turn()).isEqualTo(2);
  }

  @Test
  void unknownOwnersScopesAndVisibilitiesAreRefusedAndStandInTheTurnsFaults() {
    PlayedTurn played =
        table.tell(
            id,
            told(
                memory("keepr", "He lies.", "private"),
                new HiddenMemory("gossip", "tom", "He rows.", "private"),
                memory("tom", "He rows.", "secret"),
                memory("tom", "He rows well.", "public")));

    assertThat(table.contents(id)).containsExactly("He rows well.");
    assertThat(played.turn().faults()).hasSize(3);
    assertThat(played.turn().faults().get(0)).contains("keepr").contains("did you mean keeper");
    assertThat(played.turn().faults().get(1)).contains("gossip").contains("belief");
    assertThat(played.turn().faults().get(2)).contains("secret").contains("public");
  }

  @Test
  void noEmotionEverStopsAStoryAndMoodsFade() {
    String felt =
        """
        {"emotional_state_updates":[
          {"entity_id":"mira","emotion":"fear","intensity":1.0,"cause":"the dark"},
          {"entity_id":"tom","emotion":"ennui","intensity":0.5},
          {"entity_id":"nobody","emotion":"joy","intensity":0.5},
          {"entity_id":"tom","emotion":"anger","intensity":99}]}\
        """;
    PlayedTurn played = table.tell(id, Puppet.told("It is dark.", json(felt)));
    assertThat(played.turn().faults()).hasSizeGreaterThanOrEqualTo(2);
    double strong = force(1);
    assertThat(table.mind(id).mood(new EntityId("mira"), 1).dominant()).isEqualTo("fear");
    for (int i = 0; i < 5; i++) {
      table.tell(
          id, Puppet.told("It is still dark " + i + ".", json(felt.replace("mira", "keeper"))));
    }
    assertThat(force(6)).isLessThan(strong);
    assertThat(table.mind(id).feeling()).contains(new EntityId("keeper"));
    assertThat(table.now(id).turn()).isEqualTo(6);
  }

  private double force(int turn) {
    return table
        .mind(id)
        .mood(new EntityId("mira"), turn)
        .distribution()
        .get(Emotion.FEAR)
        .totalIntensity();
  }

  @Test
  void aMemoryOfARelationshipMakesDirectedEdgesToAllWhomItNames() {
    table.tell(
        id,
        told(
            new HiddenMemory(
                "relationship", "mira", "Mira trusts Tom and fears old Hask.", "public")));
    List<String> edges =
        table.mind(id).relationships().stream().map(e -> e.from() + ">" + e.to()).sorted().toList();
    assertThat(edges).containsExactly("mira>keeper", "mira>tom");
  }

  @Test
  void thePromptHoldsWhatThePointOfViewMayKnowAndNothingElse() {
    table.tell(
        id,
        Puppet.told(
            "They talk.",
            Puppet.remembering(
                    new HiddenMemory("relationship", "mira", "Mira trusts Tom.", "public"),
                    memory("mira", "The hatch is warm to the touch.", "private"),
                    memory("tom", "Tom sold the lamp oil, zqsecret.", "private"),
                    memory("keeper", "The hatch was repaired in May.", "public"))
                .merge(
                    json(
                        "{\"emotional_state_updates\":[{\"entity_id\":\"tom\",\"emotion\":\"anger\","
                            + "\"intensity\":0.9,\"cause\":\"zqcause\"}]}"))));
    table.puppet.says = _ -> "The hatch creaks.";
    table.play(id, "I ask Tom about the hatch and the lamp oil");

    assertThat(lastPrompt())
        .contains("The hatch is warm to the touch.")
        .contains("The hatch was repaired in May.")
        .contains("old Hask")
        .contains("She kept the books of the harbour.")
        .contains("Force the door")
        .contains("\"mira\" to \"tom\": friendship")
        .contains("\"tom\" shows anger")
        .doesNotContain("zqsecret")
        .doesNotContain("zqcause");
  }

  @Test
  void noMoreMemoriesOfOneEntityAreRecalledThanAreAllowed() {
    for (int i = 0; i < 12; i++) {
      table.add(
          id,
          "mira",
          "The hatch number " + i + " has a mark like a " + "abcdefghijkl".charAt(i),
          "private");
    }
    PromptLimits limits = table.optimizer.limits();
    table.play(id, "I look at the hatch and its mark");
    long recalled =
        lastPrompt()
            .lines()
            .filter(line -> line.startsWith("Remembered: "))
            .flatMap(line -> List.of(line.split("The hatch number")).stream().skip(1))
            .count();
    assertThat(recalled).isPositive().isLessThanOrEqualTo(limits.maxMemoriesPerEntity());
  }

  @Test
  void laterPromptsDoNotGiveBackWhatWasHiddenInEarlierTurns() {
    table.tell(
        id, told(memory("tom", "zqsecret one", "private"), memory("mira", "zqown two", "private")));
    for (int i = 0; i < 3; i++) {
      table.play(id, "I wait " + i);
    }
    List<ModelRequest> asked = table.puppet.asked();
    assertThat(asked).hasSize(4);
    assertThat(asked).allMatch(request -> !Puppet.words(request).contains("zqsecret"));
  }

  @Test
  void whatIsThoughtAfterATurnSeesOnlyWhatTheTurnSawAndIsHeldToItsTurn() {
    try (MindTable thinking =
        new MindTable(new InMemorySessionStore(), Optional.empty(), Optional.empty(), true)) {
      SessionId story = thinking.begin();
      thinking.add(story, "tom", "zqsecret of Tom", "private");
      String after =
          "{\"memories\":[{\"owner\":\"Tom Arden\",\"content\":\"Mira"
              + " asked.\",\"visibility\":\"private\"}],"
              + "\"relationships\":[{\"from\":\"mira\",\"to\":\"tom\",\"type\":\"friendship\",\"sentiment\":0.5}],"
              + "\"emotions\":[{\"entity_id\":\"tom\",\"emotion\":\"fear\",\"intensity\":0.7}]}";
      String answer = told(memory("keeper", "zqsecret of Hask", "private"));
      thinking.puppet.says = request -> request.urgent() ? answer : after;
      thinking.play(story, "I ask");
      MindTable.until(() -> thinking.contents(story).contains("Mira asked."));

      assertThat(thinking.puppet.asked())
          .hasSize(2)
          .allMatch(request -> !Puppet.words(request).contains("zqsecret"));
      assertThat(thinking.mind(story).relationships()).hasSize(1);
      thinking.travel.undo(story, 1);
      assertThat(thinking.contents(story)).containsExactly("zqsecret of Tom");
      assertThat(thinking.mind(story).relationships()).isEmpty();
      assertThat(thinking.mind(story).feeling()).isEmpty();
    }
  }

  @Test
  void undoTakesMemoriesEdgesAndMoodsBackAndRedoBringsThemAlsoInSearch() {
    table.add(id, "mira", "The gate is north.", "public");
    table.tell(
        id,
        Puppet.told(
            "So be it.",
            Puppet.remembering(
                    new HiddenMemory(
                        "relationship", "mira", "Mira trusts Tom at the gate.", "public"))
                .merge(
                    json(
                        "{\"emotional_state_updates\":[{\"entity_id\":\"mira\",\"emotion\":\"joy\","
                            + "\"intensity\":0.9}]}"))));
    List<Relationship> edges = table.mind(id).relationships();
    assertThat(table.found(id, "mira", "gate")).hasSize(2);
    table.travel.undo(id, 1);
    assertThat(table.found(id, "mira", "gate")).containsExactly("The gate is north.");
    assertThat(table.mind(id).relationships()).isEmpty();
    assertThat(table.mind(id).feeling()).isEmpty();
    table.travel.redo(id, 1);
    assertThat(table.found(id, "mira", "gate")).hasSize(2);
    assertThat(table.mind(id).relationships()).isEqualTo(edges).hasSize(1);
    assertThat(table.mind(id).mood(new EntityId("mira"), 1).dominant()).isEqualTo("joy");
  }

  @Test
  void playingATurnAgainReplacesWhatItBrought() {
    table.tell(id, told(memory("mira", "The gate is green.", "public")));
    table.add(id, "tom", "Added by hand at the gate.", "public");
    table.puppet.says = _ -> told(memory("mira", "The gate is blue.", "public"));
    table.regenerate(id);
    assertThat(table.contents(id)).containsExactly("The gate is blue.");
    assertThat(table.found(id, "mira", "gate")).containsExactly("The gate is blue.");
  }

  @Test
  void aBranchHasAMindOfItsOwn() {
    table.tell(id, told(memory("mira", "The gate is green.", "public")));
    table.tell(id, told(memory("mira", "The key is brass.", "public")));
    SessionId branch = table.travel.branch(id, 1, Optional.empty()).id();
    assertThat(table.contents(branch)).containsExactly("The gate is green.");
    table.add(branch, "tom", "Only here.", "public");
    assertThat(table.contents(id)).doesNotContain("Only here.").hasSize(2);
  }

  @Test
  void whatIsTakenOutAndInHasAnEqualMind() {
    table
        .remembering
        .memories()
        .add(
            id,
            List.of(
                new Wish(
                    "keeper",
                    "Mira trusts me.",
                    Optional.of("belief"),
                    Optional.of("public"),
                    java.util.OptionalInt.of(9),
                    7,
                    List.of("mira", "tom"))));
    table.tell(id, told(new HiddenMemory("relationship", "mira", "Mira met Tom once.", "private")));
    JsonObject out = ChronicleWriter.write(table.travel.chronicle(id));
    SessionId in = table.travel.take(out).id();

    assertThat(table.mind(in).memories().toList()).isEqualTo(table.mind(id).memories().toList());
    assertThat(table.mind(in).relationships()).isEqualTo(table.mind(id).relationships());
    assertThat(table.remembering.memories().tasks(table.now(in)))
        .isEqualTo(table.remembering.memories().tasks(table.now(id)))
        .hasSize(1);
    Memory kept =
        table.mind(in).memories().filter(m -> m.importance() == 9).findFirst().orElseThrow();
    assertThat(kept.scope().wireName()).isEqualTo("belief");
    assertThat(kept.turn()).isEqualTo(7);
    assertThat(kept.related()).containsExactly(new EntityId("mira"), new EntityId("tom"));
  }

  @Test
  void anotherEngineOverTheSameStoreRemembersEverything() {
    table.tell(id, told(new HiddenMemory("relationship", "mira", "Mira trusts Tom.", "public")));
    table.add(id, "tom", "The key is brass.", "private");
    try (MindTable again = new MindTable(table.raw, Optional.empty(), Optional.empty(), false)) {
      assertThat(again.contents(id)).isEqualTo(table.contents(id)).hasSize(2);
      assertThat(again.mind(id).relationships()).isEqualTo(table.mind(id).relationships());
      assertThat(again.found(id, "tom", "brass key")).contains("The key is brass.");
      again.add(id, "tom", "Written elsewhere.", "private");
      assertThat(table.contents(id)).contains("Written elsewhere.");
    }
  }

  @Test
  void nobodyRestsARelationshipOnWhatIsForgotten() {
    table.tell(id, told(new HiddenMemory("relationship", "mira", "Mira trusts Tom.", "public")));
    Memory memory = table.mind(id).memories().findFirst().orElseThrow();
    assertThat(table.remembering.memories().delete(id, memory.id())).isTrue();
    assertThat(table.remembering.memories().delete(id, memory.id())).isFalse();
    assertThat(table.mind(id).relationships())
        .allMatch(edge -> edge.evidence().isEmpty())
        .hasSize(1);
    table.travel.undo(id, 1);
    assertThat(table.mind(id).relationships()).isEmpty();
  }

  @Test
  void everyTenTurnsWhatIsRememberedTwiceIsMergedBesideTheStoryAndUndoBringsItBack() {
    twoBells();
    IntStream.range(0, 9).forEach(i -> table.play(id, "I wait " + i));
    assertThat(table.contents(id)).hasSize(2);
    table.play(id, "I wait once more");
    MindTable.until(() -> table.contents(id).size() == 1);
    Memory merged = table.mind(id).memories().findFirst().orElseThrow();
    assertThat(merged.replaces()).hasSize(2);
    table.travel.undo(id, 1);
    assertThat(table.contents(id)).hasSize(2);
    var counts = table.remembering.memories().consolidate(id);
    assertThat(counts.memoriesMerged()).isEqualTo(2);
    assertThat(counts.memoriesRemoved()).isEqualTo(2);
    assertThat(counts.memoriesSummarized()).isZero();
    assertThat(counts.entitiesProcessed()).isEqualTo(1);
    assertThat(table.found(id, "tom", "harbour bell")).hasSize(1);
  }

  @Test
  void whatComesWhileMindsArePutInOrderNeitherStopsThatNorIsLost() {
    twoBells();
    List<String> asked = new ArrayList<>();
    Consolidated done =
        consolidating(
            asked, () -> table.add(id, "tom", "A gull took the bread from the sill", "public"));
    assertThat(asked).hasSize(1);
    assertThat(done.memoriesMerged()).isEqualTo(2);
    assertThat(table.contents(id)).hasSize(2).contains("A gull took the bread from the sill");
  }

  @Test
  void whatWasForgottenMeanwhileDoesNotComeBackWhenMindsArePutInOrder() {
    twoBells();
    MemoryId first = table.mind(id).memories().findFirst().orElseThrow().id();
    List<String> asked = new ArrayList<>();
    Consolidated done = consolidating(asked, () -> table.remembering.memories().delete(id, first));
    assertThat(done.memoriesMerged()).isZero();
    assertThat(table.contents(id))
        .containsExactly("The old harbour bell rang twice before the storm came");
  }

  private void twoBells() {
    table.add(id, "mira", "The old harbour bell rang twice before the storm came in", "public");
    table.add(id, "mira", "The old harbour bell rang twice before the storm came", "public");
  }

  /** Consolidates; the first time that an id is asked for, that happens. */
  private Consolidated consolidating(List<String> asked, Runnable meanwhile) {
    Supplier<String> ids =
        () -> {
          if (asked.isEmpty()) {
            meanwhile.run();
          }
          asked.add("whole-" + asked.size());
          return asked.getLast();
        };
    return new Consolidating(
            table.remembering.store(), table.mailbox, ids, new Extract(), TurnTime.SYSTEM)
        .consolidate(id);
  }

  @Test
  void theMindsOfTheTurnBeforeAreReadyWhenItsAfterthoughtComes() {
    table.add(id, "mira", "The hatch is warm", "public");
    MindfulStore store = table.remembering.store();
    table.tell(id, told(new HiddenMemory("event", "tom", "Tom lit the lamp.", "public")));
    assertThat(store.minds().of(table.now(id)).size()).isEqualTo(2);
    table.tell(id, told(new HiddenMemory("event", "tom", "Tom put it out.", "public")));
    Session before = table.raw.load(id, 1).orElseThrow();
    Mind ready = store.minds().of(before);
    assertThat(ready).isSameAs(store.minds().of(before));
    assertThat(ready.memories())
        .containsExactlyElementsOf(
            new MindfulStore(table.raw, Optional.empty()).minds().of(before).memories().toList());
    table.add(id, "mira", "It is cold now", "public");
    assertThat(store.minds().of(table.raw.load(id, 1).orElseThrow())).isSameAs(ready);
    table.travel.undo(id, 1);
    assertThat(store.minds().of(table.now(id)).size()).isEqualTo(2);
  }

  @Test
  void aSearchInTheSameTurnSeesWhatAToolHasJustAdded() {
    String call =
        "{\"tool_calls\":[{\"name\":\"add_memory\",\"arguments\":{\"entity_id\":\"mira\",\"content\":\"The"
            + " hatch is"
            + " warm.\"}},{\"name\":\"search_memories\",\"arguments\":{\"query\":\"hatch\"}}]}";
    table.puppet.says =
        _ -> table.puppet.asked().size() == 1 ? "\n[[OUTCOME]]\n" + call : "It is warm indeed.";
    PlayedTurn played =
        table.engine.play(
            id,
            PlayerInput.words("I touch the hatch"),
            TurnListener.NONE,
            new quietstories.model.Cancellation());
    assertThat(played.turn().toolUses()).hasSize(2);
    assertThat(played.turn().toolUses().getLast().result()).contains("The hatch is warm.");
    assertThat(table.contents(id)).containsExactly("The hatch is warm.");
  }
}
