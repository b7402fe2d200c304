package quietstories.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import quietstories.engine.telling.ModelBackgrounds;
import quietstories.json.Json;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;
import quietstories.json.JsonReader;
import quietstories.story.Entity;
import quietstories.story.EntityId;
import quietstories.story.PlayerSettings;
import quietstories.story.Scenario;
import quietstories.story.ScenarioStatus;
import quietstories.story.Session;

/** How a session begins, and what stays as it was. */
class SessionsTest {

  private final Table table = new Table();

  private Session begin(Optional<List<Entity>> cast, Optional<JsonObject> state, String name) {
    return table.sessions.create(
        Lighthouse.scenario(),
        new NewSession(
            OptionalLong.of(0),
            1,
            true,
            true,
            cast,
            state,
            Optional.of(name).filter(n -> !n.isEmpty())));
  }

  private static Entity entity(String id, String type) {
    return new Entity(new EntityId(id), type, id, Optional.empty(), JsonObject.EMPTY);
  }

  @Test
  void thePlayersNameBecomesThatOfThePointOfView() {
    Session session = begin(Optional.empty(), Optional.empty(), "Ola");

    assertThat(session.protagonist().orElseThrow().name()).isEqualTo("Ola");
    assertThat(session.pointOfView()).hasToString("mira");
    assertThat(session.state().at(JsonPath.parse("player.name"))).contains(Json.of("Ola"));
  }

  @Test
  void theStoredSettingsNameThePlayerWhereTheRequestDoesNot() {
    table.settings.save(
        new PlayerSettings("1", "Per", JsonObject.EMPTY, Lighthouse.NOON, Lighthouse.NOON));

    assertThat(begin(Optional.empty(), Optional.empty(), "").protagonist().orElseThrow().name())
        .isEqualTo("Per");
    assertThat(begin(Optional.empty(), Optional.empty(), "Ola").protagonist().orElseThrow().name())
        .isEqualTo("Ola");
  }

  @Test
  void aPlayerIsAddedWhereThereIsNoneAndNobodyIsDropped() {
    Session empty = begin(Optional.of(List.of()), Optional.empty(), "Ola");
    Session crowd =
        begin(
            Optional.of(List.of(entity("a", "npc"), entity("b", "npc"), entity("c", "npc"))),
            Optional.empty(),
            "");

    assertThat(empty.entities()).extracting(Entity::name).containsExactly("Ola");
    assertThat(crowd.entities())
        .extracting(e -> e.id().value())
        .containsExactly("player_character", "a", "b", "c");
  }

  @Test
  void seedZeroIsASeed() {
    assertThat(begin(Optional.empty(), Optional.empty(), "").seed()).isZero();
    assertThat(table.sessions.create(Lighthouse.scenario(), NewSession.DEFAULT).seed())
        .isEqualTo(11);
  }

  @Test
  void customStateIsMergedAndSurvivesEveryTurn() {
    JsonObject custom = (JsonObject) JsonReader.read("{\"moon\":{\"full\":true},\"storm\":3}");
    Session session = begin(Optional.empty(), Optional.of(custom), "");
    table.play(session.id(), "I look");
    table.play(session.id(), "I look again");
    JsonObject state = table.store.load(session.id()).orElseThrow().state();

    assertThat(state.at(JsonPath.parse("moon.full"))).contains(Json.of(true));
    assertThat(state.member("storm")).contains(Json.of(5));
    assertThat(state.member("place")).isPresent();
  }

  @Test
  void allBackgroundsAreOneCallAndNobodyIsReordered() {
    ScriptedChatModel model =
        new ScriptedChatModel(true)
            .says("{\"world\":\"A cold coast.\",\"people\":{\"b\":\"Born here.\"}}");
    table.backgrounds = new ModelBackgrounds(model);
    Session session =
        table.sessions.create(
            Lighthouse.scenario(),
            new NewSession(
                OptionalLong.empty(),
                3,
                true,
                true,
                Optional.of(List.of(entity("a", "player"), entity("b", "npc"))),
                Optional.empty(),
                Optional.empty()));

    assertThat(model.requests).hasSize(1);
    assertThat(session.worldBackground()).contains("A cold coast.");
    assertThat(session.entities()).extracting(e -> e.id().value()).containsExactly("a", "b");
    assertThat(session.entities().get(1).background()).contains("Born here.");
    assertThat(session.entities().get(0).background()).isEmpty();
    assertThat(session.notes()).singleElement().asString().contains("a");
  }

  @Test
  void aModelThatFailsLeavesBackgroundsOutAndInventsNone() {
    table.backgrounds = new ModelBackgrounds(new ScriptedChatModel(true).failsAfter("{"));
    Session session = table.sessions.create(Lighthouse.scenario(), NewSession.DEFAULT);

    assertThat(session.worldBackground()).isEmpty();
    assertThat(session.notes()).isNotEmpty();
  }

  @Test
  void backgroundsAreKeptThroughTurnsAndReading() {
    Session session = table.begin(1);
    table.sessions.load(session.id());
    table.play(session.id(), "I look");

    assertThat(table.sessions.load(session.id()).entities()).isEqualTo(session.entities());
  }

  @Test
  void onlyACompiledScenarioCanBePlayed() {
    Scenario compiled = Lighthouse.scenario();
    Scenario failed =
        compiled.compiled(
            compiled.spec(), ScenarioStatus.FAILED, JsonObject.EMPTY, Lighthouse.NOON);

    assertThatThrownBy(() -> table.sessions.create(failed, NewSession.DEFAULT))
        .isInstanceOfSatisfying(
            EngineException.class, e -> assertThat(e.fault()).isEqualTo(EngineFault.NOT_COMPILED));
  }

  @Test
  void anUnknownSessionIsNamedAsSuch() {
    assertThatThrownBy(() -> table.sessions.load(new quietstories.story.SessionId("nobody")))
        .hasMessage("Session not found");
  }
}
