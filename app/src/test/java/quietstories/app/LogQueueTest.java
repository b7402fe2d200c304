package quietstories.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.event.KeyValuePair;

@Timeout(20)
class LogQueueTest {

  private final LoggerContext loggers = new LoggerContext();
  private final Blocked sink = new Blocked();

  @Test
  void whatFindsTheQueueFullIsCountedAndTold() throws InterruptedException {
    LogQueue queue = queue(4);
    queue.doAppend(event("first"));
    sink.entered.await();
    for (int i = 0; i < 10; i++) {
      queue.doAppend(event("line " + i));
    }
    sink.open.countDown();
    queue.stop();
    assertThat(sink.lines).hasSize(6).anyMatch(line -> line.contains("6 log lines were dropped"));
  }

  @Test
  void aFieldThatCannotBeWrittenCostsItsLineAlone() {
    sink.open.countDown();
    LogQueue queue = queue(16);
    LoggingEvent broken = event("broken");
    Object torn =
        new Object() {
          @Override
          public String toString() {
            throw new IllegalStateException("no words");
          }
        };
    broken.addKeyValuePair(new KeyValuePair("torn", torn));
    queue.doAppend(broken);
    queue.doAppend(event("next"));
    queue.stop();
    assertThat(sink.lines).anyMatch(line -> line.contains("next"));
    assertThat(sink.lines).noneMatch(line -> line.contains("broken"));
  }

  @Test
  void whatWaitsIsWrittenBeforeItStops() {
    sink.open.countDown();
    LogQueue queue = queue(2_000);
    for (int i = 0; i < 1_000; i++) {
      queue.doAppend(event("line " + i));
    }
    queue.stop();
    assertThat(sink.lines).hasSize(1_000);
    assertThat(sink.closed).isTrue();
  }

  private LogQueue queue(int capacity) {
    loggers.setMDCAdapter(new LogbackMDCAdapter());
    LogQueue queue = new LogQueue(List.of(sink), capacity, false);
    queue.setContext(loggers);
    queue.start();
    return queue;
  }

  private LoggingEvent event(String message) {
    return new LoggingEvent("test", loggers.getLogger("test"), Level.INFO, message, null, null);
  }

  /** Takes nothing until it is opened. */
  private static final class Blocked implements LogSink {

    final List<String> lines = new CopyOnWriteArrayList<>();
    final CountDownLatch entered = new CountDownLatch(1);
    final CountDownLatch open = new CountDownLatch(1);
    volatile boolean closed;

    @Override
    public void write(LogLine line) {
      entered.countDown();
      try {
        open.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      lines.add(new String(line.json(), StandardCharsets.UTF_8));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
      closed = true;
    }
  }
}
