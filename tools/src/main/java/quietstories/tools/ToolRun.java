package quietstories.tools;

import java.util.List;
import quietstories.story.Roll;
import quietstories.story.ToolUse;

/**
 * A call that has ended.
 *
 * @param callId the model's name for the call
 * @param start when it began, in nanoseconds of a monotonic clock whose zero means nothing
 * @param end when it ended, by the same clock
 * @param rolls the dice that fell for it
 */
public record ToolRun(ToolUse use, String callId, long start, long end, List<Roll> rolls) {

  public ToolRun {
    rolls = List.copyOf(rolls);
  }
}
