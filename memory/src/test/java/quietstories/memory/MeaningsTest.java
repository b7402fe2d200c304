package quietstories.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import quietstories.story.Memory;

class MeaningsTest {

  private static final double OFF = 1e-4;

  /** A few numbers far greater than the others are the worst for steps that all share. */
  private static Meaning meaning(Random random, int dimensions) {
    float[] numbers = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      double rare = random.nextInt(20) == 0 ? 30 : 1;
      numbers[i] = (float) (random.nextGaussian() * rare);
    }
    numbers[random.nextInt(dimensions)] += 0.5f;
    return Meaning.of(numbers);
  }

  private static List<Meaning> meanings(Random random, int count, int dimensions) {
    List<Meaning> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(meaning(random, dimensions));
    }
    return all;
  }

  @Property(tries = 60)
  void productsAreThoseOfTheVectorsAndNeverAboveTheirBounds(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 400) int count,
      @ForAll @IntRange(min = 1, max = 390) int dimensions) {
    Random random = new Random(seed);
    List<Meaning> added = meanings(random, count, dimensions);
    Meanings meanings = new Meanings();
    added.forEach(meaning -> meanings.add(0, meaning));
    Meaning question = meaning(random, dimensions);

    float[] padded = MeaningBlock.padded(question);
    float[] bounds = new float[MeaningBlock.SIZE];
    for (int place = 0; place < count; place++) {
      int column = place % MeaningBlock.SIZE;
      MeaningBlock block = meanings.block(place);
      block.bounds(padded, bounds);
      double exact = question.cosine(added.get(place));
      float product = block.product(padded, column);
      assertThat((double) product).isCloseTo(exact, within(OFF));
      assertThat(bounds[column]).isGreaterThanOrEqualTo(product);
      assertThat((double) bounds[column]).isLessThan(exact + 0.15);
    }
  }

  @Property(tries = 20)
  void theBestByMeaningAreThoseThatComparingWithEachFinds(@ForAll long seed) {
    Random random = new Random(seed);
    int count = 1_000;
    List<Meaning> added = meanings(random, count, 24);
    List<Memory> memories = new ArrayList<>();
    List<Embedded> embedded = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      memories.add(Minds.open("m" + i, "Tobin", "Stone " + i, i));
      embedded.add(new Embedded(memories.get(i).id(), "Stone " + i, added.get(i)));
    }
    Mind meant = Mind.of(memories, List.of(), List.of()).with(embedded);
    Meaning question = meaning(random, 24);

    Sight all = Sight.EVERYTHING;
    Field field = new Field(meant, all, Question.of("", 5, 0).meant(question));
    int[] best = new ByMeaning(field).best(question, 40);

    double[] cosines = added.stream().mapToDouble(question::cosine).toArray();
    double[] sorted = cosines.clone();
    Arrays.sort(sorted);
    assertThat(best).hasSize(40).doesNotHaveDuplicates();
    for (int i = 0; i < best.length; i++) {
      assertThat(cosines[best[i]]).isCloseTo(sorted[count - 1 - i], within(OFF));
    }
  }

  @Test
  void whatIsCopiedIsTheSameToTheLastBit() {
    Random random = new Random(7);
    Meanings one = new Meanings();
    Meanings other = new Meanings();
    meanings(random, 300, 33).forEach(meaning -> one.add(0, meaning));
    for (int place = 0; place < one.size(); place++) {
      other.add(0, one, place);
      assertThat(other.at(place)).isEqualTo(one.at(place));
    }
    one.add(0, one, 5);
    assertThat(one.at(one.size() - 1)).isEqualTo(one.at(5));
  }

  @Test
  void whatIsReadAndAddedAgainAndAgainDoesNotDrift() {
    Random random = new Random(8);
    for (Meaning meaning : meanings(random, 50, 48)) {
      Meanings all = new Meanings();
      int place = all.add(0, meaning);
      for (int i = 0; i < 100; i++) {
        place = all.add(0, Meaning.of(all.at(place)));
      }
      assertThat(meaning.cosine(Meaning.of(all.at(place)))).isCloseTo(1, within(1e-6));
    }
  }

  @Test
  void anotherLengthIsRefused() {
    Meanings meanings = new Meanings();
    meanings.add(0, Meaning.of(new float[] {1, 0}));
    assertThatThrownBy(() -> meanings.add(1, Meaning.of(new float[] {1, 0, 0})))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a vector of 3 dimensions among those of 2");
  }
}
