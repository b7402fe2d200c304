package quietstories.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quietstories.json.JsonWriter;
import quietstories.story.Session;

/**
 * Whole stories, compared with what was written down before. A change of rules, dice or prose shows
 * here first. Run with {@code -Dgolden.write=true} to write them anew, and read the difference.
 */
class GoldenTranscriptTest {

  private static final Path FOLDER = Path.of("src/test/resources/quietstories/engine/golden");
  private static final List<String> INPUTS =
      List.of(
          "I look out to sea",
          "force_door",
          "force_door",
          "force_door",
          "search",
          "search",
          "Light the lamp",
          "I wave to the ship");

  @ParameterizedTest
  @ValueSource(longs = {0, 9, 42})
  void theSameInputsGiveTheStoryThatWasWrittenDown(long seed) throws IOException {
    String transcript = play(seed);
    Path golden = FOLDER.resolve("lighthouse-" + seed + ".txt");
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(FOLDER);
      Files.writeString(golden, transcript);
    }
    assertThat(transcript).isEqualTo(Files.readString(golden));
  }

  private static String play(long seed) {
    Table table = new Table();
    Session session = table.begin(seed);
    StringBuilder text = new StringBuilder();
    for (String input : INPUTS) {
      text.append("> ").append(input).append('\n');
      try {
        PlayedTurn played = table.play(session.id(), input);
        text.append(played.turn().verdict().toJson()).append('\n');
        text.append(played.turn().outcome().narrative()).append("\n\n");
      } catch (EngineException e) {
        text.append(e.getMessage()).append("\n\n");
      }
    }
    Session after = table.store.load(session.id()).orElseThrow();
    return text.append(after.status())
        .append('\n')
        .append(JsonWriter.pretty(after.state()))
        .append('\n')
        .toString();
  }
}
