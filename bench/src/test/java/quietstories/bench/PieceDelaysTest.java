package quietstories.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;
import quietstories.testkit.RecordedRequest.Sent;

class PieceDelaysTest {

  private static final long MILLI = 1_000_000;

  private final Series delays = new Series();

  @Test
  void aPieceIsLateByTheTimeUntilItsLastCharacterIsSeen() {
    PieceDelays.measure(
        List.of(new Sent("Good ", 0), new Sent("day", 10 * MILLI)),
        List.of(seen("Good", 2), seen(" d", 11), seen("ay", 14)),
        delays);
    assertThat(delays.count()).isEqualTo(2);
    assertThat(delays.at(0)).isCloseTo(2, withinPercentage(0.1));
    assertThat(delays.at(100)).isCloseTo(4, withinPercentage(0.1));
  }

  @Test
  void whatWasHeldBackCountsAsDelay() {
    PieceDelays.measure(
        List.of(new Sent("Good", 0), new Sent("day", 10 * MILLI)),
        List.of(seen("Goodday", 11)),
        delays);
    assertThat(delays.at(100)).isCloseTo(11, withinPercentage(0.1));
  }

  @Test
  void whatNeverBecomesVisibleIsNoDelay() {
    PieceDelays.measure(
        List.of(new Sent("Good", 0), new Sent("\n[[OUTCOME]]", 10 * MILLI), new Sent("{}", 11)),
        List.of(seen("Good", 1)),
        delays);
    assertThat(delays.count()).isEqualTo(1);
  }

  private static Streamed.Piece seen(String text, long millis) {
    return new Streamed.Piece(text, millis * MILLI);
  }
}
