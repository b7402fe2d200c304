package quietstories.engine;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import quietstories.prompt.PromptLimits;

/** Holds the limits that the next prompt keeps to. They belong to the process, not to a session. */
public final class Optimizer {

  private final AtomicReference<PromptLimits> limits = new AtomicReference<>(PromptLimits.DEFAULT);

  /** Returns the limits in force. */
  public PromptLimits limits() {
    return limits.get();
  }

  /** Changes the limits and returns the new ones. */
  public PromptLimits change(UnaryOperator<PromptLimits> change) {
    return limits.updateAndGet(change);
  }
}
