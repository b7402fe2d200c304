package quietstories.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JsonPathTest {

  @Provide
  Arbitrary<JsonPath> paths() {
    return Trees.paths();
  }

  @Provide
  Arbitrary<JsonObject> states() {
    return Trees.objects();
  }

  @Test
  void allSpellingsOfAnIndexAreOnePlace() {
    JsonPath place = new JsonPath(List.of("inv", "0", "name"));
    assertThat(JsonPath.parse("inv.0.name")).isEqualTo(place);
    assertThat(JsonPath.parse("inv.[0].name")).isEqualTo(place);
    assertThat(JsonPath.parse("inv[0].name")).isEqualTo(place);
  }

  @Test
  void emptySegmentsAreSkipped() {
    assertThat(JsonPath.parse("")).isEqualTo(JsonPath.ROOT);
    assertThat(JsonPath.parse("a..b.")).isEqualTo(new JsonPath(List.of("a", "b")));
  }

  @Test
  void bracketsAroundAnythingButAnIndexAreLetters() {
    assertThat(JsonPath.parse("a[x]").segments()).containsExactly("a[x]");
    assertThat(JsonPath.parse("a[-1]").segments()).containsExactly("a[-1]");
    assertThat(JsonPath.parse("a[").segments()).containsExactly("a[");
  }

  @Property(tries = 300)
  void aPathIsReadAsItIsWritten(@ForAll("paths") JsonPath path) {
    assertThat(JsonPath.parse(path.toString())).isEqualTo(path);
  }

  @Property(tries = 300)
  void theStatePrefixNeverChangesThePlace(
      @ForAll("states") JsonObject state, @ForAll("paths") JsonPath path) {
    JsonPath prefixed = JsonPath.parse("state." + path);
    assertThat(prefixed.within(state)).isEqualTo(path);
    assertThat(state.at(prefixed.within(state))).isEqualTo(state.at(path.within(state)));
  }

  @Property(tries = 300)
  void aRealMemberNamedStateIsReachable(@ForAll("paths") JsonPath path) {
    JsonObject state = JsonObject.of("state", JsonObject.EMPTY);
    JsonPath prefixed = JsonPath.parse("state." + path);
    assertThat(prefixed.within(state)).isEqualTo(prefixed);
  }

  @Property(tries = 300)
  void aPathCoversItselfAndWhatLiesBelowAndNothingElse(@ForAll("paths") JsonPath path) {
    JsonPath below = path.child("x");
    assertThat(path.covers(path)).isTrue();
    assertThat(path.covers(below)).isTrue();
    assertThat(below.covers(path)).isFalse();
    assertThat(below.parent()).contains(path);
    assertThat(JsonPath.ROOT.covers(path)).isTrue();
  }

  @Property(tries = 500)
  void noTextBreaksTheParser(@ForAll String text) {
    assertThat(JsonPath.parse(text).segments()).doesNotContain("");
  }
}
