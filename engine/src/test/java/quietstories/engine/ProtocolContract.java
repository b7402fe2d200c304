package quietstories.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import quietstories.json.Json;
import quietstories.json.JsonPath;
import quietstories.model.Cancellation;
import quietstories.model.ModelException;
import quietstories.model.ModelFault;
import quietstories.prompt.AnswerForm;
import quietstories.story.PlayerInput;
import quietstories.story.Session;
import quietstories.story.Turn;

/** What holds for every way in which a narrator may speak. */
abstract class ProtocolContract {

  static final String STORY = "The wind drops. 🕯 Tom looks up from his nets and waits for you.";

  final Table table = new Table();
  final ScriptedChatModel model = new ScriptedChatModel(form() == AnswerForm.JSON);
  final List<TurnEvent> events = new ArrayList<>();
  private final Session session = table.begin(3);

  ProtocolContract() {
    table.narrator = table.narrator(model, form());
  }

  abstract AnswerForm form();

  /** Has the model tell {@code story} and raise the player's courage by one. */
  abstract void tells(String story);

  /** Has the model tell {@code story} and something that cannot be read. */
  abstract void tellsAndGarbles(String story);

  /** Has the answer break off within the story. */
  abstract void breaksOffWithin(String story);

  /** Has the answer break off when the story is over. */
  abstract void breaksOffAfter(String story);

  Turn play(String words) {
    return table
        .engine
        .play(session.id(), PlayerInput.words(words), events::add, new Cancellation())
        .turn();
  }

  String shown() {
    StringBuilder shown = new StringBuilder();
    events.forEach(
        event -> {
          if (event instanceof TurnEvent.Told(String text)) {
            shown.append(text);
          }
        });
    return shown.toString();
  }

  Json state(String path) {
    return table
        .store
        .load(session.id())
        .orElseThrow()
        .state()
        .at(JsonPath.parse(path))
        .orElseThrow();
  }

  @Test
  void anOrdinaryTurnIsOneCallAndStreamedIsStored() {
    tells(STORY);

    Turn turn = play("I look");

    assertThat(model.requests).hasSize(1);
    assertThat(turn.outcome().narrative()).isEqualTo(STORY).isEqualTo(shown());
    assertThat(state("player.courage")).isEqualTo(Json.of(6));
    assertThat(turn.admitted()).hasSize(1);
    assertThat(turn.outcome().suggestedActions()).isNotEmpty();
  }

  @Test
  void aGarbledPartLosesDataAndNeverTheStoryL4() {
    tellsAndGarbles(STORY);

    Turn turn = play("I look");

    assertThat(turn.outcome().narrative()).isEqualTo(STORY).isEqualTo(shown());
    assertThat(turn.faults().size() + turn.toolUses().size()).isPositive();
  }

  @Test
  void anOlderOutcomeIsNeverUsedAgainL3() {
    tells(STORY);
    tellsAndGarbles("Nothing moves, and the sea is black as far as you can see.");
    play("I look");

    Turn second = play("I look again");

    assertThat(second.admitted()).isEmpty();
    assertThat(state("player.courage")).isEqualTo(Json.of(6));
  }

  @Test
  void aStoryThatBreaksOffIsAFailedTurnThatLeavesNothing() {
    breaksOffWithin(STORY);

    assertThatThrownBy(() -> play("I look"))
        .isInstanceOfSatisfying(
            ModelException.class,
            failed -> assertThat(failed.fault()).isEqualTo(ModelFault.UNAVAILABLE));
    assertThat(table.store.load(session.id()).orElseThrow().turn()).isZero();
  }

  @Test
  void aStoryThatWasOverWhenItBrokeOffStands() {
    breaksOffAfter(STORY);

    assertThat(play("I look").outcome().narrative()).isEqualTo(STORY);
  }

  @Test
  void silenceIsAskedOnceMoreAndThenAnError() {
    model.says("").says(" \n");

    assertThatThrownBy(() -> play("I look"))
        .isInstanceOfSatisfying(
            ModelException.class,
            failed -> assertThat(failed.fault()).isEqualTo(ModelFault.UNUSABLE));
    assertThat(model.requests).hasSize(2);
  }

  @Test
  void thoughtsAreNeverShown() {
    model.says("<think>I should\n{\"a\":1}\nsay it kindly.</think>\n" + STORY);

    assertThat(play("I look").outcome().narrative()).isEqualTo(STORY).isEqualTo(shown());
  }

  @Test
  void thePlayersOwnWordsAreNotToldBackAsNew() {
    tells("\"I look at the sea!\"\n\n" + STORY);

    assertThat(play("I look at the sea").outcome().narrative()).isEqualTo(STORY).isEqualTo(shown());
  }
}
