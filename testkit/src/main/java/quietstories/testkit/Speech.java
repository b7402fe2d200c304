package quietstories.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An answer in words, streamed if the request asks for a stream and whole otherwise.
 *
 * @param pieces what is said, an event for each
 * @param reasoning what is thought aloud before, in {@code reasoning_content}
 * @param calls the tools that are called after the words
 * @param finish the reason of the end, such as {@code stop} or {@code length}
 * @param usage what is reported, if the request asks for it
 */
public record Speech(
    List<String> pieces,
    List<String> reasoning,
    SpokenCalls calls,
    Pace pace,
    String finish,
    Optional<ReportedUsage> usage,
    WireStyle style,
    Trouble trouble)
    implements Reply {

  public Speech {
    pieces = List.copyOf(pieces);
    reasoning = List.copyOf(reasoning);
  }

  static Speech of(List<String> pieces) {
    ReportedUsage usage = new ReportedUsage(100, OptionalInt.of(60), pieces.size());
    return new Speech(
        pieces,
        List.of(),
        SpokenCalls.NONE,
        Pace.INSTANT,
        "stop",
        Optional.of(usage),
        WireStyle.PLAIN,
        new Trouble.None());
  }

  /** Returns everything that is said. */
  public String text() {
    return String.join("", pieces);
  }

  /** Returns this speech with other words. */
  public Speech pieces(List<String> others) {
    return new Speech(others, reasoning, calls, pace, finish, usage, style, trouble);
  }

  /** Returns this speech after thoughts, each in an event of its own. */
  public Speech reasoning(String... thoughts) {
    return new Speech(pieces, List.of(thoughts), calls, pace, finish, usage, style, trouble);
  }

  /** Returns this speech at another pace. */
  public Speech pace(Pace pace) {
    return new Speech(pieces, reasoning, calls, pace, finish, usage, style, trouble);
  }

  /** Returns this speech whose first byte comes after {@code delay}. */
  public Speech firstAfter(Duration delay) {
    return pace(new Pace(delay, pace.each()));
  }

  /** Returns this speech with {@code delay} before each piece but the first. */
  public Speech every(Duration delay) {
    return pace(new Pace(pace.first(), delay));
  }

  /** Returns this speech with another reason for its end. */
  public Speech finish(String reason) {
    return new Speech(pieces, reasoning, calls, pace, reason, usage, style, trouble);
  }

  /** Returns this speech with these counts of tokens. */
  public Speech usage(int input, int cached, int output) {
    return usage(Optional.of(new ReportedUsage(input, OptionalInt.of(cached), output)));
  }

  /** Returns this speech, which reports no tokens. */
  public Speech withoutUsage() {
    return usage(Optional.empty());
  }

  /** Returns this speech with another report of tokens. */
  public Speech usage(Optional<ReportedUsage> usage) {
    return new Speech(pieces, reasoning, calls, pace, finish, usage, style, trouble);
  }

  /** Returns this speech in another framing. */
  public Speech style(WireStyle style) {
    return new Speech(pieces, reasoning, calls, pace, finish, usage, style, trouble);
  }

  /** Returns this speech with something that goes wrong. */
  public Speech trouble(Trouble trouble) {
    return new Speech(pieces, reasoning, calls, pace, finish, usage, style, trouble);
  }

  /** Returns this speech, followed by calls of tools. */
  public Speech calls(SpokenCalls.Style style, SpokenCalls.Call... called) {
    SpokenCalls all = new SpokenCalls(List.of(called), style);
    return new Speech(pieces, reasoning, all, pace, finish, usage, style(), trouble);
  }
}
