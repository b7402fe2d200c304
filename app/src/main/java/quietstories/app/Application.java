package quietstories.app;

import java.net.URI;

/** The server with everything behind it, while it runs. */
interface Application extends AutoCloseable {

  /** Returns where the server answers, with the real port. */
  URI address();

  /** Returns who narrates and why, in words for the terminal. */
  String narrator();

  /** Stops: no new requests, a few seconds for the turns that run, then everything is closed. */
  @Override
  void close();
}
