package quietstories.prompt;

import java.util.List;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.model.Message;
import quietstories.story.StateChange;
import quietstories.story.Turn;

/** An earlier turn as two messages. They depend on the stored turn alone, so they never change. */
final class PastTurn {

  private PastTurn() {}

  static List<Message> messages(Turn turn, AnswerForm form) {
    String input = PlayerWords.line(turn.input()) + "\n" + RulesWords.line(turn.verdict());
    return List.of(Message.user(input), Message.assistant(answer(turn, form)));
  }

  /** The answer is written in the form that is asked for, so that history teaches by example. */
  private static String answer(Turn turn, AnswerForm form) {
    JsonObject rest =
        JsonObject.builder()
            .put(
                "state_changes",
                new JsonArray(turn.admitted().stream().<Json>map(StateChange::toJson).toList()))
            .put("suggested_actions", JsonArray.ofTexts(turn.outcome().suggestedActions()))
            .build();
    String narrative = turn.outcome().narrative();
    return switch (form) {
      case CALLS -> narrative;
      case MARKER -> narrative + "\n" + NarratorText.MARKER + "\n" + rest.write();
      case JSON -> JsonObject.of("narrative", Json.of(narrative)).merge(rest).write();
    };
  }
}
