package quietstories.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import quietstories.engine.ReadingPace.Reading;

/** How fast a model reads is found from what it took. */
class ReadingPaceTest {

  @Property(tries = 200)
  void aFewOddCallsDoNotBendTheLine(
      @ForAll @DoubleRange(max = 2_000) double fixed,
      @ForAll @DoubleRange(min = 0.01, max = 5) double perToken) {
    List<Reading> readings = new ArrayList<>();
    for (int tokens = 500; tokens <= 4_000; tokens += 250) {
      readings.add(new Reading(tokens, fixed + perToken * tokens));
    }
    readings.add(new Reading(600, 60_000));
    ReadingPace pace = ReadingPace.of(readings).orElseThrow();
    assertThat(pace.perTokenMs()).isCloseTo(perToken, within(0.05 * perToken));
    assertThat(pace.fixedMs()).isCloseTo(fixed, within(0.05 * (fixed + 1_000 * perToken)));
  }

  @Property(tries = 200)
  void whatFitsIntoATimeTakesThatTime(
      @ForAll @DoubleRange(max = 2_000) double fixed,
      @ForAll @DoubleRange(min = 0.01, max = 5) double perToken,
      @ForAll @DoubleRange(min = 3_000, max = 20_000) double millis) {
    ReadingPace pace = new ReadingPace(fixed, perToken, 50);
    assertThat(pace.millis(pace.tokens(millis))).isCloseTo(millis, within(0.01));
  }

  @Example
  void twoCallsTellNothing() {
    assertThat(ReadingPace.of(List.of(new Reading(1, 1), new Reading(2, 2)))).isEmpty();
  }
}
