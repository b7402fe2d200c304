package quietstories.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DiceTest {

  private static final int DRAWS = 20_000;

  private static List<Integer> rolls(Dice dice, int count) {
    return Stream.generate(() -> dice.roll(20)).limit(count).toList();
  }

  @Property(tries = 200)
  void sameSeedTurnAndAttemptGiveTheSameDice(@ForAll long seed, @ForAll int turn) {
    assertThat(rolls(Dice.of(seed, turn, 0), 20)).isEqualTo(rolls(Dice.of(seed, turn, 0), 20));
    assertThat(rolls(Dice.of(seed, turn, 0), 20)).isNotEqualTo(rolls(Dice.of(seed, turn, 1), 20));
    assertThat(rolls(Dice.of(seed, turn, 0), 20))
        .isNotEqualTo(rolls(Dice.of(seed, turn + 1, 0), 20));
  }

  @Test
  void theDiceOfStoredStoriesNeverChange() {
    assertThat(rolls(Dice.of(0, 1, 0), 8)).containsExactly(6, 3, 15, 10, 13, 12, 16, 7);
    assertThat(rolls(Dice.of(-5, 7, 2).fork("roll"), 8)).containsExactly(4, 4, 2, 7, 2, 15, 6, 8);
  }

  @Property(tries = 200)
  void drawingFromAForkShiftsNeitherItsOriginNorItsSiblings(
      @ForAll long seed, @ForAll @IntRange(max = 50) int draws) {
    Dice plain = Dice.of(seed, 1, 0);
    Dice forked = Dice.of(seed, 1, 0);
    rolls(forked.fork("events"), draws);
    assertThat(rolls(forked, 10)).isEqualTo(rolls(plain, 10));
    assertThat(rolls(forked.fork("roll"), 10))
        .isEqualTo(rolls(Dice.of(seed, 1, 0).fork("roll"), 10));
    assertThat(rolls(forked.fork("a"), 20)).isNotEqualTo(rolls(forked.fork("b"), 20));
  }

  @Property(tries = 500)
  void aDieShowsItsFacesOnly(@ForAll long seed, @ForAll @IntRange(min = 1) int faces) {
    assertThat(Dice.of(seed, 1, 0).roll(faces)).isBetween(1, faces);
  }

  /** Pearson's statistic against equal shares; far beyond the 99.99 % point for a biased die. */
  private static double chiSquare(int[] counts) {
    double expected = (double) Arrays.stream(counts).sum() / counts.length;
    return Arrays.stream(counts)
        .mapToDouble(count -> (count - expected) * (count - expected) / expected)
        .sum();
  }

  @Test
  void everyFaceIsAsLikelyAsTheOthers() {
    for (long seed = 0; seed < 5; seed++) {
      Dice dice = Dice.of(seed, 1, 0);
      int[] counts = new int[20];
      for (int i = 0; i < DRAWS; i++) {
        counts[dice.roll(20) - 1]++;
      }
      assertThat(chiSquare(counts)).isLessThan(50.8);
    }
  }

  @Test
  void firstRollsOfNeighbouringTurnsAndSeedsAreUniformTogether() {
    int[] byTurn = new int[20];
    int[] bySeed = new int[20];
    int[] pairs = new int[100];
    for (int i = 0; i < DRAWS; i++) {
      byTurn[Dice.of(7, i, 0).roll(20) - 1]++;
      bySeed[Dice.of(i, 7, 0).roll(20) - 1]++;
      Dice dice = Dice.of(i, 1, 0);
      pairs[dice.fork("a").below(10) * 10 + dice.fork("b").below(10)]++;
    }
    assertThat(chiSquare(byTurn)).isLessThan(50.8);
    assertThat(chiSquare(bySeed)).isLessThan(50.8);
    assertThat(chiSquare(pairs)).isLessThan(161.3);
  }

  @Test
  void chanceComesAsOftenAsItSays() {
    Dice dice = Dice.of(3, 1, 0);
    long hits = Stream.generate(() -> dice.chance(0.3)).limit(DRAWS).filter(hit -> hit).count();
    assertThat(hits).isBetween(5_700L, 6_300L);
    assertThat(Stream.generate(() -> dice.chance(0)).limit(1_000)).doesNotContain(true);
    assertThat(Stream.generate(() -> dice.chance(1)).limit(1_000)).doesNotContain(false);
  }

  @Test
  void thereIsNoNumberBelowNothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> Dice.of(0, 1, 0).below(0));
  }
}
