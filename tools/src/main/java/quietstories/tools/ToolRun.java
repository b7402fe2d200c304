package quietstories.tools;

import java.util.List;
import java.util.Optional;
import quietstories.story.Roll;
import quietstories.story.ToolUse;

/**
 * A call that has ended.
 *
 * @param callId the model's name for the call
 * @param start when it began, in nanoseconds of a monotonic clock whose zero means nothing
 * @param end when it ended, by the same clock
 * @param rolls the dice that fell for it
 * @param fault what the tool threw, if it failed that way; for logs alone
 */
public record ToolRun(
    ToolUse use, String callId, long start, long end, List<Roll> rolls, Optional<Throwable> fault) {

  public ToolRun {
    rolls = List.copyOf(rolls);
  }
}
