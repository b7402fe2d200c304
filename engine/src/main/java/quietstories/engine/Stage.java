package quietstories.engine;

import quietstories.json.JsonObject;
import quietstories.story.ToolUse;
import quietstories.tools.Called;
import quietstories.tools.ToolRun;

/** Passes a telling on to the turn's listener and takes the times of its first text and tools. */
final class Stage implements Telling.Audience {

  private final Round round;

  Stage(Round round) {
    this.round = round;
  }

  @Override
  public void text(String piece) {
    round.say(new TurnEvent.Told(piece));
    if (round.announcer().shows()) {
      round.clock().textShown();
    }
  }

  @Override
  public void toolStarted(Called called) {
    round.say(new TurnEvent.ToolStarted(called.name(), called.access()));
  }

  @Override
  public void toolEnded(ToolRun run) {
    ToolUse use = run.use();
    JsonObject about =
        JsonObject.builder()
            .put("access", use.access().wireName())
            .put("outcome", use.fate().wireName())
            .put("round", use.round())
            .build();
    round.clock().toolCall(use.name(), run.start(), run.end(), about);
    round.say(
        new TurnEvent.ToolEnded(use.name(), use.access(), use.durationMs(), use.fate().isGood()));
  }

  @Override
  public void waiting(TurnEvent.WaitingFor what) {
    round.say(new TurnEvent.Waiting(what));
  }
}
