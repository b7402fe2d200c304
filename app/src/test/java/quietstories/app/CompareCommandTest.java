package quietstories.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quietstories.json.JsonObject;
import quietstories.metrics.Meter;

/** Two saved files become a table, and a file that is of no use is named. */
class CompareCommandTest {

  @TempDir Path directory;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int compare(String before, String after) {
    PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
    PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new Main(to, errors, Map.of()).run(List.of("compare", before, after));
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text).toString();
  }

  @Test
  void aTableIsPrintedForFilesAsTheServerAnswersThem() throws IOException {
    JsonObject metrics = new Meter().metrics().toJson();
    String whole = file("whole.json", JsonObject.of("metrics", metrics).write());
    String bare = file("bare.json", metrics.write());

    assertThat(compare(whole, bare)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("llm_calls", "tool_executions", "turn_processing", "no difference (too few)");
  }

  @Test
  void aFileThatIsOfNoUseIsNamedAndNothingIsCompared() throws IOException {
    String good = file("good.json", new Meter().metrics().toJson().write());

    assertThat(compare(good, "nowhere.json")).isEqualTo(2);
    assertThat(compare(file("torn.json", "{"), good)).isEqualTo(2);
    assertThat(compare(good, file("other.json", "{}"))).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .hasSize(3)
        .anyMatch(line -> line.contains("nowhere.json cannot be read"))
        .anyMatch(line -> line.contains("torn.json is not JSON"))
        .anyMatch(line -> line.contains("other.json has no \"llm_calls\""));
    assertThat(out.size()).isZero();
  }
}
