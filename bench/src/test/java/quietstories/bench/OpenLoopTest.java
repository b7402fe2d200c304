package quietstories.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Time stands still here but for what work and pauses take. */
class OpenLoopTest {

  private static final long SECOND = 1_000_000_000;

  private long now = 7 * SECOND;
  private final OpenLoop loop = new OpenLoop(() -> now, due -> now = due, 10);

  @Test
  void workThatIsQuickBeginsWhenItIsDue() throws Exception {
    assertThat(latencies(SECOND / 100)).containsOnly(SECOND / 100);
  }

  @Test
  void workThatIsSlowAddsTheWaitingOfThoseBehindIt() throws Exception {
    List<Long> latencies = latencies(SECOND);
    for (int i = 0; i < latencies.size(); i++) {
      assertThat(latencies.get(i)).isEqualTo(SECOND + i * (SECOND - SECOND / 10));
    }
  }

  @Test
  void lanesShareTheRate() throws Exception {
    List<Long> dues = new ArrayList<>();
    long start = now;
    loop.run(0, 2, 3, due -> dues.add(due - start));
    loop.run(1, 2, 3, due -> dues.add(due - start));
    assertThat(dues)
        .containsExactlyInAnyOrder(
            0L, SECOND / 10, 2 * SECOND / 10, 3 * SECOND / 10, 4 * SECOND / 10, 5 * SECOND / 10);
  }

  private List<Long> latencies(long duration) throws Exception {
    List<Long> latencies = new ArrayList<>();
    loop.run(
        0,
        1,
        5,
        due -> {
          now += duration;
          latencies.add(now - due);
        });
    return latencies;
  }
}
