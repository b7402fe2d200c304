package quietstories.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Takes log events from every thread and writes them in one of its own, so that a slow disk never
 * holds a turn. Events that find the queue full are dropped; a line of their own says how many.
 */
final class LogQueue extends UnsynchronizedAppenderBase<ILoggingEvent> {

  private static final int BATCH = 256;

  private final BlockingQueue<ILoggingEvent> waiting;
  private final List<LogSink> sinks;
  private final boolean content;
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();
  private final Thread writer;
  private volatile boolean closing;

  /**
   * Makes a queue in front of {@code sinks}, which it closes when it stops.
   *
   * @param capacity how many events may wait
   * @param content whether content is written, see {@link LogContent}
   */
  LogQueue(List<LogSink> sinks, int capacity, boolean content) {
    this.waiting = new ArrayBlockingQueue<>(capacity);
    this.sinks = List.copyOf(sinks);
    this.content = content;
    this.writer = Thread.ofPlatform().name("log-writer").daemon(true).unstarted(this::run);
  }

  @Override
  public void start() {
    super.start();
    writer.start();
  }

  /** Ends the thread after everything that waits has been written; waits 2 s for that at most. */
  @Override
  public void stop() {
    if (!isStarted()) {
      return;
    }
    super.stop();
    closing = true;
    writer.interrupt();
    try {
      writer.join(2_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (!content && LogContent.marks(event.getMarkerList())) {
      return;
    }
    if (!content) {
      LogContent.strip(event);
    }
    event.prepareForDeferredProcessing();
    if (!waiting.offer(event)) {
      dropped.incrementAndGet();
    }
  }

  /** Returns how many events were dropped since the start. */
  long lost() {
    return lost.get() + dropped.get();
  }

  private void run() {
    List<ILoggingEvent> batch = new ArrayList<>(BATCH);
    while (!closing) {
      try {
        batch.add(waiting.take());
      } catch (InterruptedException e) {
        break;
      }
      waiting.drainTo(batch, BATCH - 1);
      write(batch);
    }
    waiting.drainTo(batch);
    write(batch);
    sinks.forEach(LogSink::close);
  }

  private void write(List<ILoggingEvent> batch) {
    batch.forEach(this::write);
    batch.clear();
    long untold = dropped.getAndSet(0);
    if (untold > 0) {
      lost.addAndGet(untold);
      write(lossNote(untold));
    }
    sinks.forEach(LogSink::flush);
  }

  private void write(ILoggingEvent event) {
    LogLine line = new LogLine(event, content);
    try {
      for (LogSink sink : sinks) {
        sink.write(line);
      }
    } catch (RuntimeException e) {
      // why: a field's own toString may throw; the thread must go on for all other events.
      dropped.incrementAndGet();
    }
  }

  private ILoggingEvent lossNote(long untold) {
    LoggerContext loggers = (LoggerContext) getContext();
    String message = untold + " log lines were dropped: too many at once, or not to be written";
    return new LoggingEvent(
        LogQueue.class.getName(),
        loggers.getLogger(LogQueue.class),
        Level.WARN,
        message,
        null,
        new Object[0]);
  }
}
