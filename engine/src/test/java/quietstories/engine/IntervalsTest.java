package quietstories.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import quietstories.engine.Intervals.Interval;

/** Overlapping pieces of time count once, and only between their borders. */
class IntervalsTest {

  private static final int END = 200;

  @Provide
  Arbitrary<List<Interval>> pieces() {
    Arbitrary<Integer> times = Arbitraries.integers().between(0, END);
    return Combinators.combine(times, times)
        .as((start, end) -> new Interval(start, end))
        .list()
        .ofMaxSize(12);
  }

  @Property(tries = 300)
  void theUnionIsTheNumberOfMomentsInWhichAnyPieceLasts(@ForAll("pieces") List<Interval> pieces) {
    Intervals intervals = new Intervals(pieces);
    assertThat(intervals.union()).isEqualTo(moments(pieces, 0, END));
    assertThat(intervals.sum()).isGreaterThanOrEqualTo(intervals.union());
    assertThat(intervals.and(intervals).union()).isEqualTo(intervals.union());
  }

  @Property(tries = 300)
  void aCutUnionIsThatOfTheMomentsBetweenItsBorders(@ForAll("pieces") List<Interval> pieces) {
    assertThat(new Intervals(pieces).within(50, 120).union()).isEqualTo(moments(pieces, 50, 120));
  }

  private static int moments(List<Interval> pieces, int from, int to) {
    BitSet moments = new BitSet();
    pieces.stream()
        .filter(piece -> piece.end() > piece.start())
        .forEach(piece -> moments.set((int) piece.start(), (int) piece.end()));
    return moments.get(from, to).cardinality();
  }
}
