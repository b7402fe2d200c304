package quietstories.engine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quietstories.story.SessionId;

/** Writes a line for each step of a turn, for operators who ask for it. No text of the story. */
public final class TurnLog {

  private static final Logger LOG = LoggerFactory.getLogger("quietstories.Verbose");

  private final boolean verbose;

  /** Creates a log that writes only if {@code verbose}. */
  public TurnLog(boolean verbose) {
    this.verbose = verbose;
  }

  void starting(SessionId id) {
    if (verbose) {
      LOG.info("[Verbose] Starting process_turn for session {}", id);
    }
  }

  void context(int keys) {
    if (verbose) {
      LOG.info("[Verbose] Built context with {} keys", keys);
    }
  }

  public void optimized(int before, int after) {
    if (verbose) {
      LOG.info("[Verbose] Optimized messages: {} -> {}", before, after);
    }
  }

  public void calling() {
    if (verbose) {
      LOG.info("[Verbose] About to call LLM provider...");
    }
  }

  public void called() {
    if (verbose) {
      LOG.info("[Verbose] LLM provider call completed");
    }
  }
}
