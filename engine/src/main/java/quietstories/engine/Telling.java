package quietstories.engine;

import java.util.function.Consumer;
import quietstories.model.Cancellation;
import quietstories.model.ModelException;
import quietstories.tools.Called;
import quietstories.tools.ToolRun;
import quietstories.tools.Workbench;

/** One telling, ready to begin. It can be told once. */
public interface Telling {

  /**
   * Tells: gives the narrative to {@code audience} piece by piece and returns when it is complete.
   *
   * @param workbench runs the tools that the narrator calls; nothing runs any more on return
   * @throws ModelException if it could not be told to its end, also when it was cancelled
   */
  Narration tell(Audience audience, Workbench workbench, Cancellation cancellation);

  /** Hears a telling, on the thread that tells. */
  interface Audience {

    /** Receives the next piece of the narrative, never empty. */
    void text(String piece);

    /** Learns that the telling waits now. */
    void waiting(TurnEvent.WaitingFor what);

    /** Learns that a tool begins. */
    default void toolStarted(Called called) {}

    /** Learns that a tool has ended. */
    default void toolEnded(ToolRun run) {}

    /** Returns an audience that only wants the text. */
    static Audience of(Consumer<String> text) {
      return new Audience() {
        @Override
        public void text(String piece) {
          text.accept(piece);
        }

        @Override
        public void waiting(TurnEvent.WaitingFor what) {}
      };
    }
  }
}
