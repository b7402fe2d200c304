package quietstories.testkit;

import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * An event stream given byte by byte, for what {@link Speech} cannot say.
 *
 * @param writes hexadecimal dumps of what is written, each flushed on its own
 * @param pause how long to wait after each write
 */
public record RawReply(List<String> writes, Duration pause) implements Reply {

  public RawReply {
    writes = List.copyOf(writes);
  }

  static RawReply of(Duration pause, byte[]... writes) {
    HexFormat hex = HexFormat.of();
    return new RawReply(Arrays.stream(writes).map(hex::formatHex).toList(), pause);
  }
}
