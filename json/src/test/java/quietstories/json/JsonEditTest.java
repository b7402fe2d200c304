package quietstories.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JsonEditTest {

  @Provide
  Arbitrary<JsonObject> states() {
    return Trees.objects();
  }

  @Provide
  Arbitrary<JsonPath> paths() {
    return Trees.paths();
  }

  @Provide
  Arbitrary<Json> values() {
    return Trees.any();
  }

  @Property(tries = 500)
  void whatIsSetStandsThereAndTheOldTreeStaysAsItWas(
      @ForAll("states") JsonObject state,
      @ForAll("paths") JsonPath path,
      @ForAll("values") Json value) {
    String before = state.write();
    switch (JsonEdit.set(state, path, value)) {
      case JsonEdit.Done(Json root) -> assertThat(root.at(path)).containsSame(value);
      case JsonEdit.Blocked(JsonPath at, String reason) -> {
        assertThat(at.covers(path)).isTrue();
        assertThat(reason).isNotBlank();
      }
    }
    assertThat(state.write()).isEqualTo(before);
  }

  @Property(tries = 500)
  void branchesThatThePathDoesNotTouchAreTheSameInstances(
      @ForAll("states") JsonObject state,
      @ForAll("paths") JsonPath path,
      @ForAll("values") Json value) {
    if (JsonEdit.set(state, path, value) instanceof JsonEdit.Done(JsonObject root)) {
      for (Map.Entry<String, Json> member : state.members().entrySet()) {
        if (!member.getKey().equals(path.segments().getFirst())) {
          assertThat(root.member(member.getKey())).containsSame(member.getValue());
        }
      }
      assertThat(root.members().keySet()).containsAll(state.members().keySet());
    }
  }

  @Property(tries = 300)
  void settingWhatStandsThereChangesNothing(
      @ForAll("states") JsonObject state, @ForAll("paths") JsonPath path) {
    state
        .at(path)
        .ifPresent(
            old -> assertThat(JsonEdit.set(state, path, old)).isEqualTo(new JsonEdit.Done(state)));
  }

  @Test
  void aListTakesItsOwnSizeAsIndexAndNoneBeyond() {
    Json state = JsonReader.read("{\"bag\":[1]}");
    assertThat(JsonEdit.set(state, JsonPath.parse("bag.1"), Json.of(2)))
        .isEqualTo(new JsonEdit.Done(JsonReader.read("{\"bag\":[1,2]}")));
    assertThat(JsonEdit.set(state, JsonPath.parse("bag.2"), Json.of(2)))
        .isInstanceOf(JsonEdit.Blocked.class);
    assertThat(JsonEdit.set(state, JsonPath.parse("bag.x"), Json.of(2)))
        .isInstanceOf(JsonEdit.Blocked.class);
  }

  @Test
  void nothingIsCreatedBelowAScalar() {
    Json state = JsonReader.read("{\"health\":3}");
    assertThat(JsonEdit.set(state, JsonPath.parse("health.now"), Json.of(2)))
        .isInstanceOf(JsonEdit.Blocked.class);
  }
}
