package quietstories.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class JsonNumberTest {

  @Property
  void integersAreExact(@ForAll long a, @ForAll long b) {
    BigInteger sum = BigInteger.valueOf(a).add(BigInteger.valueOf(b));
    BigInteger difference = BigInteger.valueOf(a).subtract(BigInteger.valueOf(b));
    BigInteger product = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    assertMatches(JsonNumber.of(a).plus(JsonNumber.of(b)).orElseThrow(), sum);
    assertMatches(JsonNumber.of(a).minus(JsonNumber.of(b)).orElseThrow(), difference);
    assertMatches(JsonNumber.of(a).times(JsonNumber.of(b)).orElseThrow(), product);
  }

  private static void assertMatches(JsonNumber actual, BigInteger exact) {
    if (exact.bitLength() < 64) {
      assertThat(actual.integer()).hasValue(exact.longValueExact());
    } else {
      assertThat(actual.value()).isEqualTo(exact.doubleValue(), within(exact));
    }
  }

  /** Both operands and the result are rounded, each by up to one unit in the last place. */
  private static Offset<Double> within(BigInteger exact) {
    return Offset.offset(Math.ulp(exact.doubleValue()) * 4);
  }

  @Property
  void arithmeticNeverGivesANumberThatJsonLacks(@ForAll double a, @ForAll double b) {
    JsonNumber x = JsonNumber.of(a);
    JsonNumber y = JsonNumber.of(b);
    assertThat(x.plus(y).stream()).allSatisfy(n -> assertThat(n.value()).isFinite());
    assertThat(x.minus(y).stream()).allSatisfy(n -> assertThat(n.value()).isFinite());
    assertThat(x.times(y).stream()).allSatisfy(n -> assertThat(n.value()).isFinite());
  }

  @Test
  void aWholeDoubleIsTheInteger() {
    assertThat(Json.of(1.0)).isEqualTo(Json.of(1)).hasSameHashCodeAs(Json.of(1));
    assertThat(Json.of(-0.0)).isEqualTo(Json.of(0));
    assertThat(JsonReader.read("1.0").write()).isEqualTo("1");
  }

  @Test
  void overflowIsEmptyAndNeverInfinite() {
    JsonNumber most = JsonNumber.of(Double.MAX_VALUE);
    assertThat(most.plus(most)).isEmpty();
    assertThat(most.times(most)).isEmpty();
    assertThat(JsonNumber.finite(Double.NaN)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> JsonNumber.of(Double.POSITIVE_INFINITY));
  }
}
