package quietstories.providers;

import java.io.Closeable;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

/** An answer whose head has arrived. */
interface Exchange extends Closeable {

  int status();

  /** Returns a header's value; the name is given in lower case. */
  Optional<String> header(String name);

  /** Returns the body, which is read while it arrives. */
  InputStream body();

  /** Returns when there was a connection, in nanoseconds of the monotonic clock, if known. */
  OptionalLong connected();

  /** Ends the exchange. The connection is kept if the body was read to its end, or nearly so. */
  @Override
  void close();
}
