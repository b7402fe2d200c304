package quietstories.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import quietstories.json.Json;
import quietstories.json.JsonObject;

final class StoredJsonTest {

  @Property
  void anyTextComesBackThroughUtf8(@ForAll String key, @ForAll String text) {
    JsonObject json = JsonObject.of(key, Json.of(text));

    byte[] stored = StoredJson.write(json).getBytes(StandardCharsets.UTF_8);

    assertThat(StoredJson.object(new String(stored, StandardCharsets.UTF_8))).isEqualTo(json);
  }

  @Test
  void halvesOfSurrogatePairsComeBack() {
    for (String text : new String[] {"\ud83d", "\udc00\ud83d", "a\ud83db", "\ud83d\udc00\udc00"}) {
      anyTextComesBackThroughUtf8(text, text);
    }
  }

  @Property
  void timesComeBackAndSortAsText(
      @ForAll @LongRange(min = 0, max = 253_402_300_799L) long a,
      @ForAll @LongRange(min = 0, max = 253_402_300_799L) long b) {
    Instant one = Instant.ofEpochSecond(a, b % 1_000_000_000);
    Instant two = Instant.ofEpochSecond(b, a % 1_000_000_000);

    assertThat(Instant.parse(StoredJson.write(one))).isEqualTo(one);
    assertThat(Integer.signum(StoredJson.write(one).compareTo(StoredJson.write(two))))
        .isEqualTo(Integer.signum(one.compareTo(two)));
  }
}
