package quietstories.app;

/** Where log lines end. Called from one thread only. */
interface LogSink extends AutoCloseable {

  /** Takes one line; it may be kept back until {@link #flush}. */
  void write(LogLine line);

  /** Lets everything out that was kept back. */
  void flush();

  @Override
  void close();
}
