package quietstories.engine;

import quietstories.json.Json;
import quietstories.prompt.AnswerForm;

class JsonNarrativeFirstTest extends ProtocolContract {

  private static final String REST =
      ",\"state_changes\":[{\"op\":\"inc\",\"path\":\"player.courage\",\"value\":1}]}";

  @Override
  AnswerForm form() {
    return AnswerForm.JSON;
  }

  private static String narrative(String story) {
    return "{\"narrative\":" + Json.of(story).write();
  }

  @Override
  void tells(String story) {
    model.says(narrative(story) + REST);
  }

  @Override
  void tellsAndGarbles(String story) {
    model.says(narrative(story) + ",\"state_changes\":[{\"op\":");
  }

  @Override
  void breaksOffWithin(String story) {
    String open = narrative(story);
    model.isTornAfter(open.substring(0, open.length() - 5));
  }

  @Override
  void breaksOffAfter(String story) {
    model.isTornAfter(narrative(story) + ",");
  }
}
