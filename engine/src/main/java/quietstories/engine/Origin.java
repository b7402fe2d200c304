package quietstories.engine;

import java.util.Optional;
import quietstories.story.SessionId;

/**
 * For whom the current thread works. Model calls are made many rooms below the turn that needs
 * them, and only those who measure want to know whose they are.
 *
 * @param turn the number of the turn, 0 outside of one
 */
public record Origin(SessionId session, int turn) {

  private static final ScopedValue<Origin> CURRENT = ScopedValue.newInstance();

  /** Returns for whom this thread works, if it is for a session. */
  public static Optional<Origin> current() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /** Does {@code work} for this origin. */
  public void during(Runnable work) {
    ScopedValue.where(CURRENT, this).run(work);
  }

  /** Does {@code work} for this origin and returns its result. */
  public <T> T during(ScopedValue.CallableOp<T, RuntimeException> work) {
    return ScopedValue.where(CURRENT, this).call(work);
  }
}
