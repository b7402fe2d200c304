package quietstories.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import quietstories.json.Json;
import quietstories.model.Message;
import quietstories.model.ModelException;
import quietstories.model.Role;
import quietstories.model.ToolCall;
import quietstories.prompt.AnswerForm;
import quietstories.story.ToolFate;
import quietstories.story.ToolUse;
import quietstories.story.Turn;
import quietstories.tools.ToolLimits;
import quietstories.tools.Toolbox;

class ProseThenCallsTest extends ProtocolContract {

  private static final String COURAGE =
      "update_state {\"op\":\"inc\",\"path\":\"player.courage\",\"value\":1}";
  private static final String OIL = "read_state {\"path\":\"player.oil\"}";

  @Override
  AnswerForm form() {
    return AnswerForm.CALLS;
  }

  @Override
  void tells(String story) {
    model.calls(story, COURAGE);
  }

  private void asksForTheOil() {
    model.calls("", OIL);
  }

  @Override
  void tellsAndGarbles(String story) {
    model.calls(story, "update_state {\"op\":\"inc\",\"pa");
  }

  @Override
  void breaksOffWithin(String story) {
    model.isTornAfter(story);
  }

  @Override
  void breaksOffAfter(String story) {
    model.isTornAfterCalls(story, COURAGE);
  }

  @Test
  void aTurnThatReadsFirstIsTwoCallsAndTheSecondHasTheResult() {
    asksForTheOil();
    tells(STORY);

    Turn turn = play("I look");

    assertThat(model.requests).hasSize(2);
    assertThat(model.requests.get(1).messages().toString()).contains("player.oil = 2");
    assertThat(model.requests.get(1).tools()).isEqualTo(model.requests.get(0).tools());
    assertThat(model.requests.get(1).messages().subList(0, model.requests.get(0).messages().size()))
        .isEqualTo(model.requests.get(0).messages());
    assertThat(turn.outcome().narrative()).isEqualTo(STORY).isEqualTo(shown());
    assertThat(turn.toolUses().getFirst().name()).isEqualTo("read_state");
  }

  @Test
  void anAnnouncementOfUpToEightWordsBeforeAReadIsDropped() {
    model.calls("Let me have a look at your oil.", OIL);
    tells(STORY);

    assertThat(play("I look").outcome().narrative()).isEqualTo(STORY).isEqualTo(shown());
  }

  @Test
  void aShortStoryWithoutAReadIsShown() {
    tells("Tom nods.");

    assertThat(play("I look").outcome().narrative()).isEqualTo("Tom nods.").isEqualTo(shown());
  }

  @Test
  void whatWasShownStaysAndTheNextAnswerIsANewParagraph() {
    model.calls(STORY, OIL);
    tells("Two measures are left.");

    assertThat(play("I look").outcome().narrative())
        .isEqualTo(STORY + "\n\nTwo measures are left.")
        .isEqualTo(shown());
  }

  @Test
  void everyCallIsAnsweredInOrderAlsoUnknownAndRefusedOnesL12() {
    model.calls(
        "",
        "no_such_tool {}",
        "update_state {\"op\":\"set\",\"path\":\"moon\",\"value\":1}",
        OIL,
        "read_state {garbled");
    tells(STORY);

    Turn turn = play("I look");

    List<Message> sent = model.requests.get(1).messages();
    List<Message> added = sent.subList(model.requests.get(0).messages().size(), sent.size());
    assertThat(added.getFirst().role()).isEqualTo(Role.ASSISTANT);
    assertThat(added.stream().skip(1).map(message -> message.answered().orElseThrow()))
        .containsExactlyElementsOf(added.getFirst().calls().stream().map(ToolCall::id).toList());
    assertThat(turn.toolUses().stream().map(ToolUse::fate))
        .startsWith(ToolFate.UNKNOWN, ToolFate.REFUSED, ToolFate.OK, ToolFate.FAILED);
    assertThat(turn.refused()).hasSize(1);
    assertThat(turn.faults()).containsExactly("there is no tool 'no_such_tool'");
  }

  @Test
  void callsAndResultsOfOneTurnNeverReachTheNextL13() {
    asksForTheOil();
    tells(STORY);
    tells("Night falls over the harbour, and the gulls are silent at last.");
    play("I look");
    play("I wait");

    assertThat(model.requests.get(2).messages())
        .allMatch(message -> message.role() != Role.TOOL && message.calls().isEmpty());
  }

  @Test
  void aReadThatLooksBackKnowsWhatAnEarlierTurnSaw() {
    String again = "stateful_read {\"path\":\"player.oil\"}";
    model.calls("", again);
    tells(STORY);
    play("I look");
    model.calls("", "update_state {\"op\":\"dec\",\"path\":\"player.oil\",\"value\":1}");
    model.says(STORY);
    play("I wait");
    model.calls("", again);
    tells(STORY);
    Turn changed = play("I look");
    model.calls("", again);
    tells(STORY);
    Turn unchanged = play("I look");

    assertThat(changed.toolUses().getFirst().result())
        .endsWith("Changed since it was last read: it was 2.");
    assertThat(unchanged.toolUses().getFirst().result())
        .endsWith("Unchanged since it was last read.");
  }

  @Test
  void aModelThatOnlyWritesIsAskedForTheStoryWithItsCallsAnswered() {
    model.calls("", COURAGE);
    model.says(STORY);

    Turn turn = play("I look");

    assertThat(turn.outcome().narrative()).isEqualTo(STORY);
    assertThat(model.requests).hasSize(2);
    assertThat(model.requests.get(1).messages().getLast().role()).isEqualTo(Role.TOOL);
    assertThat(state("player.courage")).isEqualTo(Json.of(6));
  }

  @Test
  void aModelThatNeverStopsReadingEndsWithWhatItSaid() {
    model.calls(STORY, OIL).calls("", OIL).calls("", OIL).calls("", OIL).calls("One more.", OIL);

    Turn turn = play("I look");

    assertThat(model.requests).hasSize(5);
    assertThat(turn.outcome().narrative()).startsWith(STORY);
    assertThat(turn.toolUses()).hasSize(5);
    assertThat(turn.toolUses().stream().map(ToolUse::fate))
        .containsExactly(
            ToolFate.OK,
            ToolFate.MEMOISED,
            ToolFate.MEMOISED,
            ToolFate.MEMOISED,
            ToolFate.MEMOISED);
  }

  @Test
  void theLastAnswerThatIsAllowedIsAskedForTheStoryWithoutTools() {
    model.calls("", OIL).calls("", OIL).calls("", OIL).calls("", OIL);
    tells(STORY);

    assertThat(play("I look").outcome().narrative()).isEqualTo(STORY);
    assertThat(model.requests).hasSize(5);
    assertThat(model.requests.get(3).mayCall()).isTrue();
    assertThat(model.requests.get(4).mayCall()).isFalse();
    assertThat(model.requests.get(4).messages().getLast().text()).contains("Tell now");
  }

  @Test
  void aModelThatReadsToTheBoundAndTellsNothingIsAnError() {
    model.calls("", OIL).calls("", OIL).calls("", OIL).calls("", OIL).calls("", OIL);

    assertThatThrownBy(() -> play("I look")).isInstanceOf(ModelException.class);
  }

  @Test
  void readsBeginWhileTheModelStillSpeaksL26() {
    TurnEvent.Told mark = new TurnEvent.Told("still speaking");
    model.callsAndWaits(
        "",
        () -> events.add(mark),
        OIL,
        "read_state {\"path\":\"storm\"}",
        "stateful_read {\"path\":\"flags\"}");
    tells(STORY);
    play("I look");

    assertThat(events.subList(0, events.indexOf(mark)))
        .filteredOn(TurnEvent.ToolStarted.class::isInstance)
        .hasSize(3);
    assertThat(events).filteredOn(TurnEvent.ToolEnded.class::isInstance).hasSize(4);
  }

  @Test
  void threeReadsRunTogetherBeforeTheAnswerThatAskedForThemEnds() {
    CyclicBarrier threeToolsAndTheModel = new CyclicBarrier(4);
    Table own =
        new Table(Toolbox.of(List.of(new MeetingTool(threeToolsAndTheModel))), ToolLimits.USUAL);
    model.callsAndWaits(
        "",
        () -> MeetingTool.meet(threeToolsAndTheModel),
        "meet {\"n\":1}",
        "meet {\"n\":2}",
        "meet {\"n\":3}");
    model.says(STORY);
    own.narrator = own.narrator(model, AnswerForm.CALLS);

    PlayedTurn played = own.play(own.begin(3).id(), "I look");

    assertThat(played.turn().toolUses().stream().map(ToolUse::fate)).containsOnly(ToolFate.OK);
    assertThat(played.timing().orElseThrow().toolMs()).isPresent();
    assertThat(played.timing().orElseThrow().modelCalls()).isEqualTo(2);
  }

  @Test
  void callsThatAreWrittenOutAsTextAreNotShown() {
    model.says(
        STORY
            + "\nupdate_state(op=\"inc\", path=\"player.courage\")\n<tool_call>{\"name\":1}</tool_call>");

    assertThat(play("I look").outcome().narrative()).isEqualTo(STORY).isEqualTo(shown());
  }

  @Test
  void aTurnKeepsItsToolCallsAndTheirTime() {
    asksForTheOil();
    tells(STORY);
    Turn turn = play("I look");

    assertThat(Turn.from(turn.toJson())).isEqualTo(turn);
    assertThat(turn.toolUses().stream().map(ToolUse::round)).containsExactly(1, 2);
    assertThat(turn.toJson().array("tool_calls").orElseThrow().elements().getFirst().write())
        .contains("\"name\":\"read_state\"", "\"access\":\"read\"", "\"outcome\":\"ok\"");
  }
}
