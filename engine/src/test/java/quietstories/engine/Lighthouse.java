package quietstories.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import quietstories.json.JsonLimits;
import quietstories.json.JsonObject;
import quietstories.json.JsonReader;
import quietstories.story.Scenario;
import quietstories.story.ScenarioId;
import quietstories.story.ScenarioSpec;
import quietstories.story.ScenarioStatus;
import quietstories.story.SpecReader;
import quietstories.story.SpecReading;

/** A small scenario that has one of everything, for tests that play. */
public final class Lighthouse {

  /** When everything in tests begins. */
  public static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private Lighthouse() {}

  /** Returns the scenario as its author wrote it. */
  public static JsonObject json() {
    try (InputStream in = Lighthouse.class.getResourceAsStream("lighthouse.json")) {
      return (JsonObject) JsonReader.read(in.readAllBytes(), JsonLimits.STRICT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns its rules. */
  public static ScenarioSpec spec() {
    return switch (SpecReader.read(json())) {
      case SpecReading.Valid(ScenarioSpec spec) -> spec;
      case SpecReading.Invalid invalid -> throw new AssertionError(invalid.problems());
    };
  }

  /** Returns it as a compiled scenario. */
  public static Scenario scenario() {
    return new Scenario(
        new ScenarioId("lighthouse"),
        spec(),
        ScenarioStatus.COMPILED,
        "import",
        Optional.empty(),
        NOON,
        NOON);
  }
}
