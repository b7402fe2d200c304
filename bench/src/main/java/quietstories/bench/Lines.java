package quietstories.bench;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads lines of UTF-8 without reading further than to their ends. */
final class Lines {

  private Lines() {}

  /** Returns the next line without its end, or empty at the end of the stream. */
  static Optional<String> next(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        return line.size() == 0 ? Optional.empty() : Optional.of(text(line));
      }
      if (b != '\r') {
        line.write(b);
      }
    }
    return Optional.of(text(line));
  }

  /** Returns the next line. */
  static String needed(InputStream in) throws IOException {
    return next(in).orElseThrow(EOFException::new);
  }

  private static String text(ByteArrayOutputStream line) {
    return line.toString(StandardCharsets.UTF_8);
  }
}
