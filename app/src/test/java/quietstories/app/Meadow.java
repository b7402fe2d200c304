package quietstories.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import quietstories.json.JsonObject;
import quietstories.json.JsonReader;

/** A small scenario that needs no model to be written. */
final class Meadow {

  private static final JsonObject PLAIN =
      JsonObject.builder()
          .put("generate_world_background", false)
          .put("generate_entity_backgrounds", false)
          .build();

  private Meadow() {}

  /** Imports it, begins a session with it and returns the session's id. */
  static String begin(Http http) throws IOException, InterruptedException {
    return http.session(spec(), JsonObject.of("config", PLAIN));
  }

  private static JsonObject spec() {
    try (InputStream in = Objects.requireNonNull(Meadow.class.getResourceAsStream("meadow.json"))) {
      return (JsonObject) JsonReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
