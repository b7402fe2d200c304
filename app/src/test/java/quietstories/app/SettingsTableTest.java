package quietstories.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsTableTest {

  private static final Path REPOSITORY = Path.of("..");

  @Test
  void theDocumentedTableIsTheOneOfTheProgram() throws IOException {
    String page = Files.readString(REPOSITORY.resolve("docs/settings.md"));
    assertThat(page)
        .as("renew the table with: ./quietstories help settings")
        .contains(SettingsTable.markdown());
  }

  @Test
  void theShippedExampleStartsTheServer() throws IOException {
    DotEnv example = DotEnv.parse(Files.readString(REPOSITORY.resolve(".env.example")));
    assertThat(SettingsReader.read(SettingSource.of(Map.of(), Map.of(), example)))
        .isInstanceOf(SettingsReading.Read.class)
        .isEqualTo(SettingsReader.read(SettingSource.of(Map.of(), Map.of(), DotEnv.NONE)));
  }

  @Test
  void theShippedExampleNamesEverySettingThatIsBuiltAndNoOther() throws IOException {
    String example = Files.readString(REPOSITORY.resolve(".env.example"));
    assertThat(
            Pattern.compile("(?m)^#?([A-Z_]+)=")
                .matcher(example)
                .results()
                .map((MatchResult match) -> match.group(1)))
        .containsExactlyInAnyOrderElementsOf(
            java.util.Arrays.stream(Setting.values())
                .filter(Setting::built)
                .map(Setting::name)
                .collect(Collectors.toList()));
  }

  @Test
  void theHelpNamesEverySettingThatIsBuilt() {
    for (Setting setting : Setting.values()) {
      if (setting.built()) {
        assertThat(Usage.text()).contains("\n  " + setting.name() + "\n");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDefaultIsAllowed(Setting setting) {
    if (!setting.fallback().isEmpty()) {
      assertThat(setting.kind().fault(setting.fallback())).isEmpty();
    }
    assertThat(setting.meaning()).endsWith(".");
  }
}
