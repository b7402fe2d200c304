package quietstories.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BreakerTest {

  private final AtomicLong now = new AtomicLong();
  private final Breaker breaker = new Breaker(now::get);

  @Test
  void itOpensAfterFiveFailuresInARowAndClosesAfterTenSeconds() {
    for (int i = 0; i < 4; i++) {
      breaker.failed();
    }
    assertThat(breaker.isOpen()).isFalse();
    breaker.failed();
    assertThat(breaker.isOpen()).isTrue();
    now.addAndGet(TimeUnit.SECONDS.toNanos(10));
    assertThat(breaker.isOpen()).isFalse();
    assertThat(breaker.isTroubled()).isTrue();
  }

  @Test
  void aSuccessForgetsTheFailures() {
    for (int i = 0; i < 5; i++) {
      breaker.failed();
    }
    breaker.succeeded();
    assertThat(breaker.isOpen()).isFalse();
    assertThat(breaker.isTroubled()).isFalse();
  }
}
