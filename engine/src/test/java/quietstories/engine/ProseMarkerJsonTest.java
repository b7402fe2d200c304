package quietstories.engine;

import quietstories.prompt.AnswerForm;

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
  void asksForTheOil() {
    model.says(
        "[[OUTCOME]]\n{\"tool_calls\":[{\"name\":\"read_state\",\"arguments\":"
            + "{\"path\":\"player.oil\"}}]}");
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
}
