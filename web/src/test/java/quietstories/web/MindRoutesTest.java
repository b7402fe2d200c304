package quietstories.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quietstories.engine.Lighthouse;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonNull;
import quietstories.json.JsonObject;
import quietstories.story.Emotion;
import quietstories.story.EntityId;
import quietstories.story.Feeling;
import quietstories.story.MindChange;
import quietstories.story.Session;
import quietstories.story.SessionId;

/** Memories, relationships, emotions and their figures through the door. */
final class MindRoutesTest {

  private House house;
  private String session;

  @BeforeEach
  void open() {
    house = new House();
    session = house.session();
  }

  @AfterEach
  void close() {
    house.close();
  }

  private static JsonObject memory(String owner, String content, String visibility) {
    return JsonObject.builder()
        .put("entity_id", owner)
        .put("content", content)
        .put("visibility", visibility)
        .build();
  }

  private JsonObject add(JsonObject memory) {
    return house.json("POST", session + "/memories", memory.write());
  }

  private JsonObject addAll(List<Json> memories) {
    JsonObject body = JsonObject.of("memories", new JsonArray(memories));
    return house.json("POST", session + "/memories", body.write());
  }

  private List<JsonObject> search(String query) {
    return house
        .json("GET", session + "/memories/search?" + query, "")
        .array("results")
        .orElseThrow()
        .objects()
        .toList();
  }

  private static JsonObject first(JsonObject json, String list) {
    return json.array(list).orElseThrow().objects().findFirst().orElseThrow();
  }

  @Test
  void oneMemoryIsAddedShownFoundAndDeleted() {
    JsonObject wish =
        memory("Tom Arden", "The oil is hidden under the boat.", "private")
            .with("scope", Json.of("location"))
            .with("importance", Json.of(8))
            .with("turn", Json.of(40))
            .with("related_entities", JsonArray.ofTexts(List.of("keeper", "nobody")));
    JsonObject added = add(wish);
    assertThat(added.integer("added")).hasValue(1);
    assertThat(added.array("rejected").orElseThrow().elements()).isEmpty();
    String id = added.array("ids").orElseThrow().texts().findFirst().orElseThrow();

    JsonObject shown =
        first(
            house.json("GET", session + "/memories", "").object("private_memory").orElseThrow(),
            "tom");
    assertThat(shown.text("content")).contains("The oil is hidden under the boat.");
    assertThat(shown.text("scope")).contains("location");
    assertThat(shown.integer("turn")).hasValue(40);
    JsonObject found = search("q=boat%20oil").getFirst();
    assertThat(found.members().keySet())
        .contains(
            "memory_id",
            "entity_id",
            "content",
            "scope",
            "visibility",
            "turn",
            "importance",
            "similarity",
            "why");
    assertThat(found.text("memory_id")).contains(id);
    assertThat(found.integer("importance")).hasValue(8);
    JsonObject why = found.object("why").orElseThrow();
    assertThat(why.integer("keyword_rank")).hasValue(1);
    assertThat(why.member("semantic_rank")).contains(JsonNull.NULL);
    assertThat(why.number("recency")).isPresent();
    assertThat(house.json("GET", session, "").object("private_memory").orElseThrow().array("tom"))
        .isPresent();

    assertThat(house.json("DELETE", session + "/memories/" + id, "").text("message")).isPresent();
    assertThat(house.send("DELETE", session + "/memories/" + id, "").statusCode()).isEqualTo(404);
    assertThat(search("q=boat")).isEmpty();
  }

  @Test
  void whatCannotBeKeptIsRejectedByItsPlaceWithAReasonAndTheRestIsKept() {
    JsonObject answer =
        addAll(
            List.of(
                memory("mira", "The gate is north.", "public"),
                memory("mirra", "The gate is south.", "public"),
                Json.of(3),
                memory("mira", "  ", "public"),
                memory("mira", "Shown.", "everyone"),
                memory("mira", "Scoped.", "public").with("scope", Json.of("gossip")),
                memory("mira", "Weighed.", "public").with("importance", Json.of(11)),
                memory("mira", "Dated.", "public").with("turn", Json.of(-1)),
                memory("mira", "", "public").without("content"),
                memory("mira", "The gate is  north.", "public"),
                memory("mira", "The gate is north.", "private")));
    assertThat(answer.integer("added")).hasValue(2);
    List<Json> ids = answer.array("ids").orElseThrow().elements();
    assertThat(ids).hasSize(3);
    assertThat(ids.get(1)).isEqualTo(ids.get(0)).isNotEqualTo(ids.get(2));
    List<JsonObject> rejected = answer.array("rejected").orElseThrow().objects().toList();
    assertThat(rejected.stream().map(one -> one.integer("index").orElse(-1)))
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    assertThat(rejected).allMatch(one -> !one.text("reason").orElse("").isBlank());
    assertThat(rejected.getFirst().text("reason").orElseThrow()).contains("did you mean mira");
  }

  @Test
  void aSingleMemoryThatCannotBeReadIsRefusedWithItsPlace() {
    for (String body :
        List.of(
            "{}",
            "{\"entity_id\":\"mira\"}",
            "{\"entity_id\":\"mira\",\"content\":3}",
            "{\"entity_id\":\"mira\",\"content\":\"x\",\"importance\":0}",
            "{\"entity_id\":\"mira\",\"content\":\"x\",\"turn\":1.5}",
            "{\"entity_id\":\"mira\",\"content\":\"x\",\"related_entities\":\"tom\"}",
            "{\"entity_id\":\"mira\",\"content\":\"x\",\"related_entities\":[1]}",
            "{\"memories\":{}}")) {
      HttpResponse<String> answer = house.send("POST", session + "/memories", body);
      assertThat(answer.statusCode()).as(body).isEqualTo(422);
      assertThat(first(House.read(answer), "detail").array("loc")).as(body).isPresent();
    }
    assertThat(house.send("POST", session + "/memories", "[]").statusCode()).isEqualTo(422);
    assertThat(house.send("POST", session + "/memories", "{").statusCode()).isIn(400, 422);
    assertThat(house.json("POST", session + "/memories", "{\"memories\":[]}").integer("added"))
        .hasValue(0);
  }

  @Test
  void aThousandMemoriesAreTakenAtOnceAndOneMoreIsTooMany() {
    List<Json> many =
        IntStream.rangeClosed(0, 1_000)
            .<Json>mapToObj(i -> memory("mira", "Wave number " + i, "public"))
            .toList();
    assertThat(addAll(many.subList(0, 1_000)).integer("added")).hasValue(1_000);
    HttpResponse<String> answer =
        house.send(
            "POST", session + "/memories", JsonObject.of("memories", new JsonArray(many)).write());
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("\"memories\"").contains("1000");
  }

  @Test
  void largeBodiesAreTakenAndTooLargeOnesAreNot() {
    String wide = "x".repeat(19_000);
    List<Json> large =
        IntStream.range(0, 100).<Json>mapToObj(i -> memory("mira", i + wide, "public")).toList();
    assertThat(addAll(large).integer("added")).hasValue(100);
    String tooLarge = "{\"memories\":[],\"more\":\"" + "x".repeat(33 << 20) + "\"}";
    assertThat(house.send("POST", session + "/memories", tooLarge).statusCode()).isEqualTo(413);
  }

  @Test
  void textsThatAreHardToKeepAreKeptWholeOrRefusedAndTheSessionStaysReadable() {
    for (String content : List.of("a\\u0000b", "\\ud800", "\\ud83c\\udf0a wave", "\\u202e")) {
      String body = "{\"entity_id\":\"mira\",\"content\":\"" + content + "\"}";
      assertThat(house.send("POST", session + "/memories", body).statusCode())
          .as(content)
          .isIn(200, 422);
      assertThat(house.send("GET", session, "").statusCode()).isEqualTo(200);
      assertThat(house.send("GET", session + "/export", "").statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "k=0,k",
    "k=201,k",
    "k=x,k",
    "mode=best,mode",
    "scope=gossip,scope",
    "entity_id=mirra,entity_id",
    "as=mirra,as",
    "as=,as",
    "as=%20,as",
    "threshold=2,threshold",
    "threshold=-1,threshold",
    "threshold=x,threshold"
  })
  void aSearchThatCannotBeUnderstoodIsRefusedWithItsPlace(String query, String place) {
    HttpResponse<String> answer =
        house.send("GET", session + "/memories/search?q=gate&" + query, "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    assertThat(first(House.read(answer), "detail").array("loc").orElseThrow().texts())
        .containsExactly("query", place);
  }

  @Test
  void aSearchCanBeNarrowed() {
    add(memory("mira", "The gate is north.", "public").with("scope", Json.of("location")));
    add(memory("mira", "The gate must be found.", "public").with("scope", Json.of("goal")));
    add(memory("tom", "The gate is old.", "public"));
    assertThat(search("q=gate")).hasSize(3);
    assertThat(search("q=gate&k=2")).hasSize(2);
    assertThat(search("q=gate&entity_id=Tom%20Arden")).hasSize(1);
    assertThat(search("q=gate&scope=goal&entity_id=mira")).hasSize(1);
    assertThat(search("q=gate&threshold=1.0&mode=keyword").size()).isLessThanOrEqualTo(3);
    assertThat(search("q=")).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hybrid", "keyword", "semantic"})
  void aPointOfViewNeverFindsWhatAnotherKeepsToItself(String mode) {
    add(memory("tom", "Tom took the lamp oil, zqsecret.", "private"));
    add(memory("keeper", "The lamp oil is gone, zqsecret.", "private"));
    add(memory("mira", "I need lamp oil.", "private"));
    add(memory("keeper", "The lamp burns oil.", "public"));
    for (String words : List.of("lamp oil", "zqsecret", "", "tom keeper")) {
      String query = "q=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&mode=" + mode;
      for (String more :
          List.of("", "&entity_id=tom", "&scope=general", "&k=200", "&threshold=0")) {
        assertThat(search(query + "&as=mira" + more).toString()).doesNotContain("zqsecret");
        assertThat(search(query + "&as=Mira" + more).toString()).doesNotContain("zqsecret");
      }
    }
    assertThat(search("q=lamp%20oil&as=mira&mode=" + mode)).hasSize(2);
    assertThat(search("q=lamp%20oil&as=tom&mode=" + mode)).hasSize(2);
    assertThat(search("q=lamp%20oil&mode=" + mode)).hasSize(4);
    assertThat(house.send("GET", session + "/export?format=markdown", "").body())
        .doesNotContain("zqsecret");
    HttpResponse<String> near =
        house.send("GET", session + "/memories/search?q=x&as=zq&entity_id=to", "");
    assertThat(near.body()).doesNotContain("zqsecret");
  }

  @Test
  void consolidationMergesWhatIsSaidTwiceAndCountsTruly() {
    add(memory("mira", "The old harbour bell rang twice before the storm came in", "public"));
    add(memory("mira", "The old harbour bell rang twice before the storm came", "public"));
    add(memory("tom", "The old harbour bell rang twice before the storm came", "public"));
    JsonObject done = house.json("POST", session + "/memories/consolidate", "");
    assertThat(done.integer("memories_merged")).hasValue(2);
    assertThat(done.integer("memories_removed")).hasValue(2);
    assertThat(done.integer("memories_summarized")).hasValue(0);
    assertThat(done.integer("entities_processed")).hasValue(2);
    assertThat(done.number("took_ms")).isPresent();
    assertThat(search("q=harbour%20bell")).hasSize(2);
    assertThat(house.json("POST", session + "/memories/consolidate", "").integer("memories_merged"))
        .hasValue(0);
  }

  @Test
  void emotionsHaveTheShapeOfTheInterface() {
    assertThat(house.json("GET", session + "/emotions", "").object("emotions"))
        .contains(JsonObject.EMPTY);
    feel(
        new Feeling(
            new EntityId("tom"),
            Emotion.FEAR,
            0.75,
            Optional.of("the dark"),
            Optional.of(new EntityId("keeper")),
            0));
    JsonObject mood =
        house
            .json("GET", session + "/emotions", "")
            .object("emotions")
            .flatMap(all -> all.object("tom"))
            .orElseThrow();
    assertThat(mood.text("dominant_emotion")).contains("fear");
    assertThat(mood.number("intensity")).isPresent();
    JsonObject recent = first(mood, "recent_emotions");
    assertThat(recent.members().keySet())
        .containsExactlyInAnyOrder("emotion", "intensity", "cause", "target_entity", "turn");
    JsonObject share =
        mood.object("emotion_distribution").flatMap(d -> d.object("fear")).orElseThrow();
    assertThat(share.integer("count")).hasValue(1);
    assertThat(share.number("total_intensity")).isPresent();
  }

  private void feel(Feeling feeling) {
    SessionId id = new SessionId(session.substring(session.lastIndexOf('/') + 1));
    Session now = house.store.load(id).orElseThrow();
    house.store.update(
        now.changed(now.moment(), Lighthouse.NOON),
        new MindChange(List.of(), List.of(), List.of(), List.of(feeling)));
  }

  @Test
  void oneGraphStandsBehindAllRelationships() {
    add(
        memory("mira", "Mira trusts Tom and fears old Hask.", "public")
            .with("scope", Json.of("relationship")));
    JsonObject all = house.json("GET", session + "/relationships", "");
    assertThat(all.integer("total_relationships")).hasValue(2);
    assertThat(all.integer("entity_count")).hasValue(3);
    JsonObject edge =
        all.object("relationships").flatMap(map -> map.object("mira_tom")).orElseThrow();
    assertThat(edge.text("entity_a")).contains("mira");
    assertThat(edge.text("entity_b")).contains("tom");
    assertThat(edge.number("sentiment")).isPresent();
    assertThat(edge.text("relationship_type")).isPresent();
    assertThat(edge.integer("memory_count")).hasValue(1);
    assertThat(edge.integer("last_interaction")).hasValue(0);

    JsonObject graph = house.json("GET", session + "/graph", "");
    assertThat(graph.array("nodes").orElseThrow().elements()).hasSize(3);
    assertThat(graph.array("edges").orElseThrow().elements()).hasSize(2);
    assertThat(first(graph, "edges").array("evidence").orElseThrow().elements()).hasSize(1);
    JsonObject summary =
        house.json("GET", session + "/graph/summary", "").object("graph_summary").orElseThrow();
    assertThat(summary.integer("total_entities")).hasValue(3);
    assertThat(first(summary, "most_connected_entities").text("entity_id")).contains("mira");
    JsonObject mira =
        house
            .json("GET", session + "/relationships/mira", "")
            .object("relationship_summary")
            .orElseThrow();
    assertThat(mira.integer("total_outgoing")).hasValue(2);
    assertThat(mira.integer("total_incoming")).hasValue(0);
    assertThat(mira.array("strongest_relationships").orElseThrow().elements()).hasSize(2);
    assertThat(house.send("GET", session + "/relationships/mirra", "").statusCode()).isEqualTo(404);

    assertThat(house.json("POST", session + "/turns", "{\"action\":\"wait\"}").integer("turn"))
        .hasValue(1);
    house.json("POST", session + "/undo", "");
    assertThat(house.json("GET", session + "/graph", "").array("edges").orElseThrow().elements())
        .hasSize(2);
  }

  @Test
  void tasksAreShownAndWaitWhereNobodyCanWorkThemOut() {
    assertThat(house.json("POST", session + "/enrichment/process", "").integer("processed"))
        .hasValue(0);
    add(
        memory("mira", "Mira sat beside Tom all night.", "public")
            .with("scope", Json.of("relationship")));
    JsonObject queue = house.json("GET", session + "/enrichment/queue", "");
    assertThat(queue.integer("total_tasks")).hasValue(1);
    JsonObject counts = queue.object("status_summary").orElseThrow();
    assertThat(counts.members().keySet())
        .containsExactlyInAnyOrder("queued", "processing", "completed", "failed");
    JsonObject task = first(queue, "tasks");
    assertThat(task.members().keySet())
        .contains("id", "content", "entity_id", "related_entities", "status", "created_at");
    JsonObject processed =
        house.json(
            "POST", session + "/enrichment/process?task_id=" + task.text("id").orElseThrow(), "");
    assertThat(processed.integer("processed")).hasValue(0);
    assertThat(processed.text("message").orElseThrow()).contains("model");
    assertThat(processed.array("results").orElseThrow().elements()).isEmpty();
    for (String wrong : List.of("nobody", "", "%20")) {
      assertThat(
              house.send("POST", session + "/enrichment/process?task_id=" + wrong, "").statusCode())
          .as(wrong)
          .isIn(404, 422);
    }
  }

  @Test
  void figuresAreTrueWithAndWithoutMemories() {
    JsonObject empty = house.json("GET", session + "/performance", "");
    JsonObject none = empty.object("memory_stats").orElseThrow();
    assertThat(none.integer("total_memories")).hasValue(0);
    assertThat(none.member("largest_entities")).isEmpty();
    assertThat(empty.object("relationship_graph_stats")).isPresent();
    assertThat(empty.object("semantic_search_stats").flatMap(s -> s.flag("available")))
        .contains(false);
    add(memory("mira", "One.", "public").with("importance", Json.of(9)));
    add(memory("mira", "Two.", "private").with("importance", Json.of(3)));
    JsonObject stats =
        house.json("GET", session + "/performance", "").object("memory_stats").orElseThrow();
    assertThat(stats.integer("total_memories")).hasValue(2);
    assertThat(stats.integer("total_entities")).hasValue(1);
    assertThat(stats.object("memory_distribution").flatMap(d -> d.object("general"))).isEmpty();
    assertThat(stats.object("memory_distribution").orElseThrow().integer("general")).hasValue(2);
    assertThat(stats.number("average_importance").orElseThrow().value()).isEqualTo(6);
    assertThat(first(stats, "largest_entities").integer("memory_count")).hasValue(2);
  }

  @Test
  void cacheFiguresHaveTheShapeOfTheInterface() {
    house.json("GET", session + "/memories", "");
    JsonObject all = house.json("GET", "/sessions/cache/stats", "");
    JsonObject stats = all.object("cache_stats").orElseThrow();
    assertThat(stats.object("response_cache").orElseThrow().members().keySet())
        .containsExactlyInAnyOrder(
            "size", "max_size", "hits", "misses", "hit_rate", "total_requests");
    assertThat(stats.object("memory_cache").orElseThrow().members().keySet())
        .containsExactlyInAnyOrder("entity_summaries", "relationship_data", "emotional_states");
    assertThat(all.text("timestamp")).isPresent();
  }

  @Test
  void nothingOfAnUnknownSessionIsFound() {
    for (String call :
        List.of(
            "GET /memories",
            "POST /memories",
            "GET /memories/search",
            "POST /memories/consolidate",
            "DELETE /memories/x",
            "GET /emotions",
            "GET /relationships",
            "GET /relationships/mira",
            "GET /graph",
            "GET /graph/summary",
            "GET /enrichment/queue",
            "POST /enrichment/process",
            "GET /performance")) {
      int space = call.indexOf(' ');
      String body = call.equals("POST /memories") ? memory("mira", "x", "public").write() : "";
      assertThat(
              house
                  .send(
                      call.substring(0, space), "/sessions/none" + call.substring(space + 1), body)
                  .statusCode())
          .as(call)
          .isEqualTo(404);
    }
    assertThat(house.json("GET", session + "/memories", "").members().keySet())
        .isEqualTo(List.of("private_memory", "public_memory").stream().collect(Collectors.toSet()));
  }
}
