package quietstories.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.memory.Embedded;
import quietstories.memory.Meaning;
import quietstories.memory.Mind;
import quietstories.story.Entity;
import quietstories.story.EntityId;
import quietstories.story.Memory;
import quietstories.story.MemoryId;
import quietstories.story.MemoryScope;
import quietstories.story.Relationship;
import quietstories.story.RelationshipType;
import quietstories.story.ToolAccess;
import quietstories.story.ToolFate;
import quietstories.story.Visibility;

/** What the tools for memories and relationships find, keep and refuse, seen by Ada. */
class MemoryToolsTest {

  private static final List<Entity> CAST =
      List.of(someone("ada", "Ada"), someone("bo", "Bo Tanner"), someone("cy", "Cyrus"));

  private final Workbench bench = Mill.bench(minds(MemoryToolsTest::meaning), CAST);

  @AfterEach
  void putAway() {
    bench.close();
  }

  private static Entity someone(String id, String name) {
    return new Entity(new EntityId(id), "npc", name, Optional.empty(), JsonObject.EMPTY);
  }

  private static Minds minds(Function<String, Optional<Meaning>> meanings) {
    List<Memory> memories =
        List.of(
            memory("sail", "ada", "The vessel left at dawn", MemoryScope.EVENT, true),
            memory("mill", "ada", "The mill grinds at night", MemoryScope.GENERAL, false),
            memory("debt", "bo", "Bo owes Cyrus a sack of flour", MemoryScope.EVENT, true),
            memory(
                "trap", "bo", "The boat is rigged to sink, markersecret", MemoryScope.GOAL, false));
    List<Relationship> edges =
        List.of(
            edge("ada", "bo", RelationshipType.FRIENDSHIP, 0.9, "sail", true),
            edge("bo", "cy", RelationshipType.PROFESSIONAL, 0.4, "debt", true),
            edge("cy", "ada", RelationshipType.ADVERSARIAL, 0.7, "trap", false));
    Mind mind = Mind.of(memories, edges, List.of());
    List<Embedded> embedded =
        memories.stream()
            .map(m -> new Embedded(m.id(), m.content(), meaning(m.content()).orElseThrow()))
            .toList();
    return Minds.of(mind.with(embedded), CAST, new EntityId("ada"), 7, meanings);
  }

  private static Memory memory(
      String id, String owner, String content, MemoryScope scope, boolean open) {
    return new Memory(
        new MemoryId(id),
        new EntityId(owner),
        content,
        scope,
        open ? Visibility.PUBLIC : Visibility.PRIVATE,
        3,
        5,
        true,
        List.of(),
        List.of());
  }

  private static Relationship edge(
      String from, String to, RelationshipType type, double strength, String on, boolean open) {
    return new Relationship(
        new EntityId(from),
        new EntityId(to),
        type,
        strength,
        strength,
        1,
        1,
        open,
        List.of(new MemoryId(on)),
        3);
  }

  /** Ships and boats mean the same. */
  private static Optional<Meaning> meaning(String text) {
    String said = text.toLowerCase(Locale.ROOT);
    boolean sails = said.contains("vessel") || said.contains("boat") || said.contains("ship");
    boolean works = said.contains("mill") || said.contains("flour");
    return Optional.of(Meaning.of(new float[] {sails ? 1 : 0, works ? 1 : 0, 0.1f}));
  }

  private String told(String name, String arguments) {
    return Mill.told(bench, name, arguments);
  }

  @Test
  void wordsFindWordsAndMeaningFindsWhatIsMeant() {
    assertThat(told("search_memories", "{\"query\":\"ship\"}"))
        .isEqualTo("Nothing of that is remembered.");
    assertThat(told("semantic_search", "{\"query\":\"ship\",\"threshold\":0.8}"))
        .startsWith("1 memory:")
        .contains("[event] The vessel left at dawn", "turn 3, ada");
    assertThat(told("search_memories", "{\"query\":\"grinding\"}")).contains("The mill grinds");
    assertThat(told("semantic_search", "{\"query\":\"grinding\",\"threshold\":0.8}"))
        .doesNotContain("grinds");
  }

  @Test
  void withoutAnybodyWhoTellsMeaningsWordsMustDo() {
    try (Workbench wordy = Mill.bench(minds(_ -> Optional.empty()), CAST)) {
      assertThat(Mill.told(wordy, "semantic_search", "{\"query\":\"vessels\"}"))
          .contains("The vessel left at dawn");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"search_memories", "semantic_search"})
  void aSearchCanBeNarrowedByOwnerScopeNumberAndLikeness(String search) {
    String both = "{\"query\":\"vessel flour mill\"%s}";
    assertThat(told(search, both.formatted(""))).contains("vessel", "flour", "mill grinds");
    assertThat(told(search, both.formatted(",\"entity_id\":\"Bo\"")))
        .contains("flour")
        .doesNotContain("vessel", "grinds");
    assertThat(told(search, both.formatted(",\"scope\":\"Event\",\"entity_id\":\"\"")))
        .contains("vessel", "flour")
        .doesNotContain("grinds");
    assertThat(told(search, both.formatted(",\"limit\":1"))).startsWith("1 memory:");
    assertThat(told(search, both.formatted(",\"limit\":-4"))).startsWith("1 memory:");
    assertThat(told(search, both.formatted(",\"threshold\":7,\"limit\":20")))
        .doesNotContain("grinds");
  }

  @ParameterizedTest
  @ValueSource(strings = {"search_memories", "semantic_search"})
  void whatSomebodyElseKeepsToHimselfIsNeverFound(String search) {
    for (String query : List.of("markersecret", "boat rigged to sink", "", "vessel")) {
      for (String owner : List.of("", "bo")) {
        String arguments =
            JsonObject.builder()
                .put("query", query)
                .put("entity_id", owner)
                .put("limit", 20)
                .build()
                .write();
        assertThat(told(search, arguments)).doesNotContain("rigged").doesNotContain("markersecret");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "search_memories    | {'query':'x','entity_id':'boo'}      | nobody is called 'boo'; did you mean bo",
        "semantic_search    | {'query':'x','scope':'goals'}        | one of belief, relationship, event, location, goal, general, emotion; did you mean 'goal'?",
        "search_memories    | {'qeury':'x'}                        | there is no argument 'qeury'; did you mean 'query'?",
        "query_relationships| {'entity_id':'cyrys'}                | did you mean cy",
        "query_relationships| {'relationship_type':'friend'}       | did you mean 'friendship'?",
        "add_memory         | {'entity_id':'Bo Taner','content':'x'} | did you mean bo",
        "add_memory         | {'entity_id':'bo','content':' '}     | Nothing is remembered",
        "add_memory         | {'entity_id':'bo','content':'x','visibility':'secret'} | one of private, public",
        "add_memory         | {'entity_id':'bo','content':'x','scope':'gossip'} | one of belief",
        "add_memory         | {'entity_id':'bo'}                   | the argument 'content' is missing",
        "batch_memory       | {'memories':[]}                      | Nothing is remembered",
        "batch_memory       | {'memories':'all'}                   | must be of type array",
        "add_memories       | {'memories':[{'entity_id':'zed','content':'x'}]} | memory 0: nobody is called 'zed'"
      })
  void whatIsWrongIsSaidWithWhatMayHaveBeenMeant(String name, String arguments, String hint) {
    String written = arguments.strip().replace('\'', '"');
    ToolRun run = Mill.run(bench, name.strip(), written);
    assertThat(run.use().fate()).isEqualTo(ToolFate.FAILED);
    assertThat(run.use().result()).contains(hint.strip());
    assertThat(run.fault()).isEmpty();
  }

  @Test
  void relationshipsAreShownTheStrongestFirstAsFarAsTheyAreKnown() {
    String all = told("query_relationships", "{}");
    assertThat(all.lines())
        .containsExactly(
            "ada to bo: friendship, sentiment 0.90, strength 0.90, turn 3",
            "bo to cy: professional, sentiment 0.40, strength 0.40, turn 3");
    assertThat(told("query_relationships", "{\"entity_id\":\"Cyrus\"}").lines()).hasSize(1);
    assertThat(told("query_relationships", "{\"min_strength\":0.5}").lines()).hasSize(1);
    assertThat(told("query_relationships", "{\"limit\":1}")).startsWith("ada to bo");
    assertThat(told("query_relationships", "{\"relationship_type\":\"PROFESSIONAL\"}"))
        .startsWith("bo to cy");
    assertThat(told("query_relationships", "{\"relationship_type\":\"romantic\"}"))
        .isEqualTo("No such relationship is known.");
  }

  @Test
  void whatIsRememberedIsFoundInTheSameTurnByWhoMayKnowIt() {
    assertThat(told("add_memory", "{\"entity_id\":\"Ada\",\"content\":\"The ferry is late\"}"))
        .isEqualTo("Ada remembers: The ferry is late.");
    told("add_memory", "{\"entity_id\":\"bo\",\"content\":\"The ferry is mine\"}");
    assertThat(told("search_memories", "{\"query\":\"ferry\"}"))
        .contains("The ferry is late")
        .doesNotContain("mine");
    told(
        "add_memory",
        "{\"entity_id\":\"bo\",\"content\":\"A ship burns\",\"visibility\":\"Public\"}");
    assertThat(told("semantic_search", "{\"query\":\"boat\",\"threshold\":0.8}"))
        .contains("A ship burns");
    assertThat(bench.remembered()).hasSize(3);
  }

  @Test
  void whatIsNewIsMeantAsItIsToldOfItsOwner() {
    List<String> asked = new CopyOnWriteArrayList<>();
    Minds listening =
        minds(
            text -> {
              asked.add(text);
              return meaning(text);
            });
    try (Workbench other = Mill.bench(listening, CAST)) {
      Mill.run(other, "add_memory", "{\"entity_id\":\"bo\",\"content\":\"I hate fog\"}");
      Mill.run(other, "semantic_search", "{\"query\":\"mist\"}");
    }
    assertThat(asked).containsExactlyInAnyOrder("mist", "Bo Tanner: I hate fog");
  }

  @ParameterizedTest
  @ValueSource(strings = {"batch_memory", "add_memories"})
  void severalAreKeptAtOnceAndWhatCannotBeIsNamed(String name) {
    String three =
        "{\"memories\":[{\"entity_id\":\"ada\",\"content\":\"one\"},"
            + "{\"entity_id\":\"adda\",\"content\":\"two\"},"
            + "{\"entity_id\":\"cy\",\"content\":\"three\",\"scope\":\"goal\"}, 7]}";
    ToolRun run = Mill.run(bench, name, three);
    assertThat(run.use().fate()).isEqualTo(ToolFate.OK);
    assertThat(run.use().result())
        .startsWith(
            "2 memories kept; not kept: memory 1: nobody is called 'adda'; did you mean ada")
        .contains("memory 3:");
  }

  @Test
  void theSchemasSayWhatIsAllowed() {
    for (Tool tool : Toolbox.memoryTools()) {
      JsonObject schema = tool.spec().parameters();
      assertThat(schema.flag("additionalProperties")).contains(false);
      assertThat(schema.array("required")).isPresent();
      boolean reads = ToolNames.READ_ONLY_TOOLS.contains(tool.spec().name());
      assertThat(tool.access()).isEqualTo(reads ? ToolAccess.READ : ToolAccess.WRITE);
    }
    JsonObject search =
        MemorySearch.byWords().spec().parameters().object("properties").orElseThrow();
    assertThat(search.object("scope").orElseThrow().array("enum"))
        .contains(JsonArray.ofTexts(MemoryScope.names()));
    assertThat(search.object("limit").orElseThrow().integer("maximum")).hasValue(20);
  }
}
