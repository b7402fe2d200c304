package quietstories.authoring;

import java.util.Map;
import quietstories.json.JsonObject;
import quietstories.json.JsonReader;
import quietstories.rules.Dice;
import quietstories.story.NarratorIdentity;
import quietstories.story.ScenarioSpec;
import quietstories.story.SpecReader;
import quietstories.story.SpecReading;

/**
 * Writes scenarios without a model. Any text will do as a description, in any language and of any
 * length; the same description and seed give the same scenario on every machine.
 *
 * <p>A genre is chosen by the cue words of the description. It fills a frame of rules, whose
 * balance is proved by trials, with its own words; the hero, the place, the goal and the danger are
 * the player's where they can be made out.
 */
public final class BuiltinAuthor implements Author {

  private static final int LONGEST_READ = 4_000;

  private final GenreShelf shelf = GenreShelf.standard();
  private final String frame = Resources.text("frame.json");

  @Override
  public NarratorIdentity identity() {
    return NarratorIdentity.BUILTIN;
  }

  @Override
  public ScenarioSpec write(String description, long seed) {
    Dice dice = dice(description, seed);
    Map<String, String> slots = slots(description, dice);
    JsonObject json = (JsonObject) JsonReader.read(Slots.fillJson(frame, slots));
    return switch (SpecReader.read(json.with("seed", quietstories.json.Json.of(seed)))) {
      case SpecReading.Valid(ScenarioSpec spec) -> spec;
      case SpecReading.Invalid invalid ->
          throw new IllegalStateException("the built-in frame is broken: " + invalid.problems());
    };
  }

  /** Returns the description with what the genre adds to it, 60 to 200 words for a short one. */
  @Override
  public String enrich(String description, int maxTokens, long seed) {
    Dice dice = dice(description, seed);
    Map<String, String> slots = slots(description, dice);
    String own = description.strip();
    String stop = own.matches("(?s).*[.!?…\"”]") ? "" : ".";
    return Slots.fill(
        own.replace("{", "(").replace("}", ")") + stop + " " + Genre.ENRICHMENT, slots);
  }

  private Map<String, String> slots(String description, Dice dice) {
    Description read = Description.read(cut(description));
    Genre genre = shelf.choose(read.words(), dice.fork("genre"));
    return genre.slots(read, dice.fork("words"));
  }

  private static Dice dice(String description, long seed) {
    return Dice.of(seed, 0, 0).fork(cut(description).strip());
  }

  private static String cut(String description) {
    return description.substring(0, Math.min(description.length(), LONGEST_READ));
  }
}
