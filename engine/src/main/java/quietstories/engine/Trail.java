package quietstories.engine;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/**
 * What ties log lines, spans and exemplars to the request and the turn that they belong to. It lies
 * in the logger's context of the thread, so that lines of libraries carry it too; who goes on in
 * another thread takes it along with {@link #carried}.
 *
 * <p>Closing a trail leaves the thread without one.
 */
public final class Trail implements AutoCloseable {

  private static final String REQUEST = "request_id";
  private static final String SESSION = "session_id";
  private static final String TURN = "turn";
  private static final String TRACE = "trace_id";
  private static final String PARENT = "parent_span_id";

  /** W3C Trace Context, level 1: version, trace id, parent id, flags; later versions may add. */
  private static final Pattern TRACEPARENT =
      Pattern.compile("(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(-.*)?");

  private static final Pattern ZEROS = Pattern.compile("0+");

  private Trail() {}

  /**
   * Begins the trail of a request on this thread.
   *
   * @param traceparent the header that continues a trace begun elsewhere; a broken one begins anew
   */
  public static Trail begin(String requestId, Optional<String> traceparent) {
    MDC.put(REQUEST, requestId);
    Matcher header = TRACEPARENT.matcher(traceparent.map(String::strip).orElse(""));
    if (header.matches() && someOnes(header.group(1)) && someOnes(header.group(2))) {
      MDC.put(TRACE, header.group(1));
      MDC.put(PARENT, header.group(2));
    } else {
      MDC.put(TRACE, newTraceId());
    }
    return new Trail();
  }

  private static boolean someOnes(String id) {
    return !ZEROS.matcher(id).matches();
  }

  private static String newTraceId() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    // why: all zeros is no trace id.
    long low = random.nextLong() | 1;
    return HexFormat.of().toHexDigits(random.nextLong()) + HexFormat.of().toHexDigits(low);
  }

  /** Notes whose turn it is. */
  public static void session(String id) {
    MDC.put(SESSION, id);
  }

  /** Notes which turn it is, counted from 1. */
  static void turn(int number) {
    MDC.put(TURN, Integer.toString(number));
  }

  /** Returns the id of the trace that this thread works on: 32 hexadecimal digits. */
  public static Optional<String> traceId() {
    return Optional.ofNullable(MDC.get(TRACE));
  }

  /** Returns the span of another program below which the trace goes on: 16 hexadecimal digits. */
  static Optional<String> parentSpan() {
    return Optional.ofNullable(MDC.get(PARENT));
  }

  /** Returns {@code work} as it runs on this trail in another thread. */
  public static Runnable carried(Runnable work) {
    Map<String, String> here = Optional.ofNullable(MDC.getCopyOfContextMap()).orElse(Map.of());
    return () -> {
      MDC.setContextMap(here);
      try {
        work.run();
      } finally {
        MDC.clear();
      }
    };
  }

  @Override
  public void close() {
    MDC.clear();
  }
}
