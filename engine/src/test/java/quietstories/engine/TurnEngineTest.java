package quietstories.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quietstories.engine.telling.BuiltinNarrator;
import quietstories.json.Json;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;
import quietstories.model.Cancellation;
import quietstories.model.ModelException;
import quietstories.prompt.AnswerForm;
import quietstories.story.ActionId;
import quietstories.story.MindChange;
import quietstories.story.Outcome;
import quietstories.story.PlayerInput;
import quietstories.story.Ruling;
import quietstories.story.Session;
import quietstories.story.SessionId;
import quietstories.story.SessionStatus;
import quietstories.story.Turn;

/** What always holds when a turn is played. */
class TurnEngineTest {

  private static final String REST =
      "\n[[OUTCOME]]\n{\"state_changes\":[{\"op\":\"inc\",\"path\":\"player.courage\",\"value\":1}],"
          + "\"suggested_actions\":[\"Go in\"]}";

  private final Table table = new Table();

  private Json state(SessionId id, String path) {
    return table.store.load(id).orElseThrow().state().at(JsonPath.parse(path)).orElseThrow();
  }

  private ScriptedChatModel model() {
    ScriptedChatModel model = new ScriptedChatModel(false);
    table.narrator = table.narrator(model, AnswerForm.MARKER);
    return model;
  }

  @Test
  void anActionsEffectsHappenOnceAndTheTurnIsCounted() {
    Session session = table.begin(3);
    PlayerInput ask = PlayerInput.choice(new ActionId("ask"), JsonObject.of("who", Json.of("tom")));

    PlayedTurn played = table.play(session.id(), ask);

    assertThat(played.turn().number()).isEqualTo(1);
    assertThat(state(session.id(), "player.courage")).isEqualTo(Json.of(6));
    assertThat(state(session.id(), "log.0")).isEqualTo(Json.of("tom"));
    assertThat(table.store.load(session.id()).orElseThrow().turn()).isEqualTo(1);
    assertThat(table.store.turns(session.id(), 1, 10)).hasSize(1);
  }

  @Test
  void aRefusedActionIsAToldTurnWithoutEffects() {
    Session session = table.begin(3);

    PlayedTurn played = table.play(session.id(), "search");

    assertThat(played.turn().verdict().ruling()).isInstanceOf(Ruling.Refused.class);
    assertThat(played.turn().verdict().reason().orElseThrow()).contains("flags.door_open is false");
    assertThat(state(session.id(), "player.oil")).isEqualTo(Json.of(2));
    assertThat(state(session.id(), "storm")).isEqualTo(Json.of(1));
    assertThat(played.turn().outcome().narrative()).isNotBlank();
  }

  @Test
  void theVerdictIsGivenBeforeTheNarratorIsAsked() {
    ScriptedChatModel model = model().says("You look." + REST);
    Session session = table.begin(3);
    List<String> order = new ArrayList<>();

    table.engine.play(
        session.id(),
        PlayerInput.words("I look"),
        event -> order.add(event.getClass().getSimpleName() + model.requests.size()),
        new Cancellation());

    assertThat(order).startsWith("Started0", "Judged0").endsWith("Committed1");
  }

  @Test
  void anOrdinaryTurnIsOneCallAndStreamedTextIsStoredText() {
    ScriptedChatModel model = model().says("The wind drops. 🕯\n\nTom looks up." + REST);
    Session session = table.begin(3);
    StringBuilder heard = new StringBuilder();

    PlayedTurn played =
        table.engine.play(
            session.id(),
            PlayerInput.words("I look"),
            event -> {
              if (event instanceof TurnEvent.Told told) {
                heard.append(told.text());
              }
            },
            new Cancellation());

    assertThat(model.requests).hasSize(1);
    Turn stored = table.store.turn(session.id(), 1).orElseThrow();
    assertThat(heard).hasToString(stored.outcome().narrative());
    assertThat(heard).hasToString("The wind drops. 🕯\n\nTom looks up.");
    assertThat(played.timing().orElseThrow().modelCalls()).isEqualTo(1);
    assertThat(played.timing().orElseThrow().firstVisibleText()).isPresent();
    assertThat(state(session.id(), "player.courage")).isEqualTo(Json.of(6));
  }

  @Test
  void aModelThatRepeatsTheActionsEffectDoesNotDoubleIt() {
    model().says("Tom shrugs." + REST);
    Session session = table.begin(3);

    PlayedTurn played =
        table.play(
            session.id(),
            PlayerInput.choice(new ActionId("ask"), JsonObject.of("who", Json.of("tom"))));

    assertThat(state(session.id(), "player.courage")).isEqualTo(Json.of(6));
    assertThat(played.turn().refused()).singleElement().asString().contains("own effects");
  }

  @Test
  void aRefusedChangeIsToldToTheModelNextTurn() {
    ScriptedChatModel model =
        model()
            .says(
                "A.\n[[OUTCOME]]\n{\"state_changes\":[{\"op\":\"set\",\"path\":\"storm\",\"value\":0}]}")
            .says("B." + REST);
    Session session = table.begin(3);
    table.play(session.id(), "I look");
    table.play(session.id(), "I look again");

    assertThat(model.requests.get(1).messages().getLast().text())
        .contains("were refused: set \"storm\"");
  }

  @Test
  void anOldOutcomeIsNeverReplayed() {
    model().says("First." + REST).says("Second, in prose alone.");
    Session session = table.begin(3);
    table.play(session.id(), "I look");
    PlayedTurn second = table.play(session.id(), "I look again");

    assertThat(second.turn().outcome().narrative()).isEqualTo("Second, in prose alone.");
    assertThat(second.turn().admitted()).isEmpty();
    assertThat(state(session.id(), "player.courage")).isEqualTo(Json.of(6));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Half a sen"})
  void aFailedModelLeavesNothingBehindAndTheTurnCanBeSentAgain(String said) {
    model().failsAfter(said).says("All is well." + REST);
    Session before = table.begin(3);

    assertThatThrownBy(() -> table.play(before.id(), "I look", "key"))
        .isInstanceOf(ModelException.class);
    assertThat(table.store.load(before.id())).contains(before);
    assertThat(table.store.turns(before.id(), 1, 9)).isEmpty();
    assertThat(table.measured).singleElement().matches(Measured::failed);

    assertThat(table.play(before.id(), "I look", "key").turn().number()).isEqualTo(1);
  }

  @Test
  void aStoryThatStopsInTheMiddleIsAFailedTurnButOneThatWasToldStands() {
    model().isTornAfter("The door op").isTornAfter("The door opens.\n[[OUTCOME]]\n{\"state_ch");
    Session session = table.begin(3);

    assertThatThrownBy(() -> table.play(session.id(), "I look")).isInstanceOf(ModelException.class);
    PlayedTurn played = table.play(session.id(), "I look");

    assertThat(played.turn().outcome().narrative()).isEqualTo("The door opens.");
    assertThat(played.turn().faults()).isNotEmpty();
  }

  @Test
  void noNarrativeIsAskedForOnceMoreAndThenAnError() {
    ScriptedChatModel model = model().says("").says("").says("\n").says("There." + REST);
    Session session = table.begin(3);

    assertThatThrownBy(() -> table.play(session.id(), "I look")).isInstanceOf(ModelException.class);
    assertThat(model.requests).hasSize(2);
    assertThat(table.play(session.id(), "I look").turn().outcome().narrative()).isEqualTo("There.");
  }

  @Test
  void aPlayerWhoLeavesWhileItIsToldLeavesNothing() {
    model().says("A long story." + REST);
    Session before = table.begin(3);
    Cancellation cancellation = new Cancellation();

    assertThatThrownBy(
            () ->
                table.engine.play(
                    before.id(),
                    PlayerInput.words("I look"),
                    event -> {
                      if (event instanceof TurnEvent.Told) {
                        cancellation.cancel();
                      }
                    },
                    cancellation))
        .isInstanceOf(ModelException.class);
    assertThat(table.store.load(before.id())).contains(before);
  }

  @Test
  void aListenerThatThrowsCannotHarmTheTurn() {
    Session session = table.begin(3);

    PlayedTurn played =
        table.engine.play(
            session.id(),
            PlayerInput.words("I look"),
            _ -> {
              throw new IllegalStateException("the listener's own trouble");
            },
            new Cancellation());

    assertThat(table.store.turn(session.id(), 1)).contains(played.turn());
  }

  @Test
  void aKnownKeyReturnsItsTurnAndPlaysNothing() {
    Session session = table.begin(3);
    PlayedTurn first = table.play(session.id(), "I look", "k1");
    PlayedTurn again = table.play(session.id(), "I look", "k1");

    assertThat(again.replayed()).isTrue();
    assertThat(again.turn()).isEqualTo(first.turn());
    assertThat(table.store.turns(session.id(), 1, 9)).hasSize(1);
    assertThatThrownBy(() -> table.play(session.id(), "I leave", "k1"))
        .isInstanceOfSatisfying(
            EngineException.class, e -> assertThat(e.fault()).isEqualTo(EngineFault.KEY_REUSED));
  }

  @Test
  void turnsSentAtOncePlayOneAfterTheOtherAndNoneIsLost() throws Exception {
    Session session = table.begin(3);
    List<Future<PlayedTurn>> turns = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        turns.add(threads.submit(() -> table.play(session.id(), "I look")));
      }
    }
    List<Integer> numbers = new ArrayList<>();
    for (Future<PlayedTurn> turn : turns) {
      numbers.add(turn.get().turn().number());
    }
    assertThat(numbers).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(state(session.id(), "storm")).isEqualTo(Json.of(8));
  }

  @Test
  void lossAndWinEndTheSessionAndItPlaysNoMore() {
    Session session = table.begin(3);
    table.store.update(
        session.changed(
            session.moment().withState(session.state().with("storm", Json.of(29))),
            session.updatedAt()),
        MindChange.NONE);

    PlayedTurn last = table.play(session.id(), "I wait", "last");

    assertThat(last.session().status()).isEqualTo(SessionStatus.LOST);
    assertThat(last.turn().ending().orElseThrow().id()).hasToString("wrecked");
    assertThat(last.available()).isEmpty();
    assertThatThrownBy(() -> table.play(session.id(), "I go on"))
        .isInstanceOfSatisfying(
            EngineException.class,
            e -> {
              assertThat(e.fault()).isEqualTo(EngineFault.SESSION_ENDED);
              assertThat(e.ending().orElseThrow().message()).contains("ship breaks");
            });
    assertThat(table.play(session.id(), "I wait", "last").replayed()).isTrue();
  }

  @Test
  void diceThatTheNarratorAsksForFallAndAreKept() {
    model()
        .says(
            "You jump.\n[[OUTCOME]]\n{\"roll_requests\":[{\"kind\":\"acrobatics\",\"difficulty\":12}]}")
        .says("You land." + REST);
    Session session = table.begin(3);
    Turn turn = table.play(session.id(), "I jump").turn();

    assertThat(turn.narratorRolls())
        .singleElement()
        .satisfies(r -> assertThat(r.modifier()).isEqualTo(1));
    assertThat(turn.outcome().rollRequests()).hasSize(1);
  }

  @Test
  void emotionsAndMemoriesThatTheModelReportsAreKeptAndNeverStopTheStory() {
    String rest =
        "\n[[OUTCOME]]\n{\"emotional_state_updates\":[{\"entity_id\":\"tom\",\"emotion\":\"fear\","
            + "\"intensity\":7,\"cause\":\"the storm\"}],\"hidden_memory_updates\":[{\"scope\":\"event\","
            + "\"target_id\":\"tom\",\"content\":\"Mira came.\",\"visibility\":\"private\"}]}";
    model().says("Tom pales." + rest).says("And again." + rest).says("Still here." + rest);
    Session session = table.begin(3);
    for (int i = 0; i < 3; i++) {
      Outcome outcome = table.play(session.id(), "I look").turn().outcome();
      assertThat(outcome.emotionalStateUpdates()).hasSize(1);
      assertThat(outcome.hiddenMemoryUpdates()).hasSize(1);
    }
    assertThat(table.store.load(session.id()).orElseThrow().turn()).isEqualTo(3);
  }

  @Test
  void twoEnginesOnOneStoreNeverLoseOrDoubleATurn() {
    Table other = new Table();
    TurnEngine second =
        new TurnEngine(
            Table.remembering(table.store, new SessionMailbox(), table.time),
            new SessionMailbox(),
            other.rulebooks,
            BuiltinNarrator::new,
            table.scenes,
            table.afterTurn,
            table.time);
    Session session = table.begin(3);
    table.narrator =
        new Narrator() {
          @Override
          public quietstories.story.NarratorIdentity identity() {
            return quietstories.story.NarratorIdentity.BUILTIN;
          }

          @Override
          public Telling prepare(
              quietstories.prompt.Scene scene,
              quietstories.prompt.PromptLimits limits,
              quietstories.rules.Dice dice) {
            second.play(
                session.id(),
                PlayerInput.words("I was faster"),
                TurnListener.NONE,
                new Cancellation());
            return new BuiltinNarrator().prepare(scene, limits, dice);
          }
        };

    assertThatThrownBy(() -> table.play(session.id(), "I am late"))
        .isInstanceOfSatisfying(
            EngineException.class, e -> assertThat(e.fault()).isEqualTo(EngineFault.CONFLICT));
    assertThat(table.store.turns(session.id(), 1, 9))
        .singleElement()
        .satisfies(t -> assertThat(t.input().text()).contains("I was faster"));
  }

  @Test
  void sameSeedAndInputsGiveTheSameSession() {
    assertThat(transcript(9)).isEqualTo(transcript(9));
    assertThat(transcript(0)).isNotEqualTo(transcript(9));
  }

  private static List<Turn> transcript(long seed) {
    Table table = new Table();
    Session session = table.begin(seed);
    for (String words : List.of("force_door", "search", "rest", "force_door", "I wait")) {
      table.play(session.id(), words);
    }
    return table.store.turns(session.id(), 1, 9);
  }

  @Test
  void aTimelineCoversTheReplyWithoutAGap() {
    model().says("You look." + REST);
    Session session = table.begin(3);
    table.play(session.id(), "I look");
    table.afterTurn.close();

    JsonObject timeline = table.store.timeline(session.id(), 1).orElseThrow();
    List<JsonObject> spans = timeline.array("spans").orElseThrow().objects().toList();
    assertThat(spans.getFirst().text("name")).contains("turn");
    double end = 0;
    for (JsonObject span : spans) {
      if (span.text("parent").filter("turn"::equals).isPresent()) {
        assertThat(span.number("start_ms").orElseThrow().value()).isLessThanOrEqualTo(end + 0.001);
        end =
            span.number("start_ms").orElseThrow().value()
                + span.number("duration_ms").orElseThrow().value();
      }
    }
    assertThat(end)
        .isCloseTo(
            spans.getFirst().number("duration_ms").orElseThrow().value(),
            org.assertj.core.data.Offset.offset(0.002));
    assertThat(spans).anySatisfy(s -> assertThat(s.text("kind")).contains("model"));
  }
}
