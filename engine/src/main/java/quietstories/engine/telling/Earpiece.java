package quietstories.engine.telling;

import quietstories.engine.Telling;
import quietstories.engine.TurnEvent;
import quietstories.model.ModelListener;
import quietstories.model.ToolCall;
import quietstories.tools.Called;
import quietstories.tools.Workbench;

/**
 * Hears a model speak: its text becomes story, and its calls begin to run while it still speaks.
 */
final class Earpiece implements ModelListener {

  private final Hearing hearing;
  private final Telling.Audience audience;
  private final Workbench workbench;

  Earpiece(Hearing hearing, Telling.Audience audience, Workbench workbench) {
    this.hearing = hearing;
    this.audience = audience;
    this.workbench = workbench;
  }

  @Override
  public void text(String piece) {
    hearing.text(piece);
    workbench.ended(audience::toolEnded);
  }

  @Override
  public void call(ToolCall call) {
    Called called = workbench.call(call);
    hearing.call(called.access());
    audience.toolStarted(called);
    workbench.ended(audience::toolEnded);
  }

  @Override
  public void phase(Phase phase) {
    audience.waiting(
        switch (phase) {
          case QUEUED -> TurnEvent.WaitingFor.QUEUE;
          case SENT -> TurnEvent.WaitingFor.MODEL;
        });
  }
}
