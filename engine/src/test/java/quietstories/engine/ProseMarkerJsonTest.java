package quietstories.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quietstories.prompt.AnswerForm;
import quietstories.story.Turn;

class ProseMarkerJsonTest extends ProtocolContract {

  private static final String REST =
      "{\"state_changes\":[{\"op\":\"inc\",\"path\":\"player.courage\",\"value\":1}]}";

  @Override
  AnswerForm form() {
    return AnswerForm.MARKER;
  }

  @Override
  void tells(String story) {
    model.says(story + "\n[[OUTCOME]]\n" + REST);
  }

  @Override
  void tellsAndGarbles(String story) {
    model.says(story + "\n[[OUTCOME]]\n{\"state_changes\":[{\"op\":\"in");
  }

  @Override
  void breaksOffWithin(String story) {
    model.isTornAfter(story);
  }

  @Override
  void breaksOffAfter(String story) {
    model.isTornAfter(story + "\n[[OUTCOME]]\n{");
  }

  @Test
  void aReadThatIsWrittenBehindTheStoryIsRecordedAndCostsNoSecondCall() {
    model.says(
        STORY
            + "\n[[OUTCOME]]\n{\"tool_calls\":[{\"name\":\"read_state\",\"arguments\":"
            + "{\"path\":\"player.oil\"}}]}");

    Turn turn = play("I look");

    assertThat(turn.outcome().narrative()).isEqualTo(STORY).isEqualTo(shown());
    assertThat(turn.toolUses()).hasSize(1);
    assertThat(model.requests).hasSize(1);
  }
}
