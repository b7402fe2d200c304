package quietstories.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import quietstories.engine.TimeIt;

/** A timed view does what its target does. */
class TimedTest {

  private final AtomicInteger readings = new AtomicInteger();

  /** Something with methods of both kinds. */
  interface Work {
    @TimeIt
    String done(String words) throws IOException;

    String untimed();
  }

  private static final class Worker implements Work {

    @Override
    public String done(String words) throws IOException {
      if (words.isEmpty()) {
        throw new IOException("nothing to do");
      }
      return words + " done";
    }

    @Override
    public String untimed() {
      return "free";
    }
  }

  private Work timed() {
    return Timed.proxy(Work.class, new Worker(), readings::incrementAndGet);
  }

  @Test
  void aMarkedMethodIsTimedAndGivesItsResult() throws IOException {
    assertThat(timed().done("all")).isEqualTo("all done");
    assertThat(readings).hasValue(2);
  }

  @Test
  void whatIsThrownComesOutUnchangedAndTimed() {
    assertThatThrownBy(() -> timed().done(""))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("nothing to do");
    assertThat(readings).hasValue(2);
  }

  @Test
  void aMethodWithoutAMarkReadsNoClock() {
    assertThat(timed().untimed()).isEqualTo("free");
    assertThat(readings).hasValue(0);
  }
}
