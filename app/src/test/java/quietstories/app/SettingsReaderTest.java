package quietstories.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {

  @Test
  void withNothingSetEveryDefaultIsTheDocumentedOne() {
    Settings settings = settings(Map.of());
    assertThat(settings.door().host()).isEqualTo("127.0.0.1");
    assertThat(settings.door().port()).isEqualTo(8000);
    assertThat(settings.door().maxBodyBytes()).isEqualTo(1 << 20);
    assertThat(settings.door().corsOrigins())
        .containsExactly("http://localhost:5173", "http://localhost:3000");
    assertThat(settings.door().token()).isEmpty();
    assertThat(settings.database()).isEqualTo(Path.of("data/quietstories.db"));
    assertThat(settings.narrator())
        .isEqualTo(
            new NarratorSettings(
                ModelProvider.AUTO,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ModelProtocol.AUTO,
                Duration.ofMinutes(2),
                OptionalInt.empty(),
                false,
                false));
    assertThat(settings.tools()).isEqualTo(new ToolSettings(10, 50, Duration.ofSeconds(2)));
    assertThat(settings.trials()).isEqualTo(new TrialSettings(1000, 0.25));
    assertThat(settings.trackPerformance()).isTrue();
    assertThat(settings.log())
        .isEqualTo(
            new LogSettings(
                Path.of("logs"),
                Level.INFO,
                Level.WARN,
                LogFormat.AUTO,
                Optional.empty(),
                7,
                false));
  }

  @Test
  void theCommandLineWinsOverTheEnvironmentAndThatOverTheFile() {
    DotEnv file = DotEnv.parse("PORT=1\nHOST=localhost\nMODEL_NAME=a\n");
    SettingSource source =
        SettingSource.of(Map.of(Setting.PORT, "3"), Map.of("PORT", "2", "MODEL_NAME", "b"), file);
    assertThat(source.values())
        .isEqualTo(Map.of(Setting.PORT, "3", Setting.HOST, "localhost", Setting.MODEL_NAME, "b"));
  }

  @Test
  void namesAreTheSameInAnyCaseAndCapitalsWin() {
    assertThat(settings(Map.of("model_name", "x", "Port", "9", "PORT", "10")))
        .satisfies(
            settings -> {
              assertThat(settings.narrator().model()).contains("x");
              assertThat(settings.door().port()).isEqualTo(10);
            });
  }

  @Test
  void aVariableThatIsSetToNothingStandsForTheDefault() {
    SettingSource source =
        SettingSource.of(Map.of(), Map.of("PORT", " "), DotEnv.parse("PORT=9000"));
    assertThat(source.given(Setting.PORT)).isEmpty();
  }

  @Test
  void unknownNamesAreIgnored() {
    assertThat(settings(Map.of("VITE_API_URL", "x", "WORKERS", "many", "PATH", "/bin")))
        .isEqualTo(settings(Map.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PORT|http|a whole number from 0 to 65535",
        "PORT|65536|a whole number from 0 to 65535",
        "PORT|-1|a whole number from 0 to 65535",
        "PORT|99999999999999999999|a whole number from 0 to 65535",
        "HOST|a b|a host name or IP address",
        "MODEL_PROVIDER|gemini|auto, openai, anthropic, generic, lmstudio, ollama, builtin",
        "MODEL_PROTOCOL|xml|auto, calls, marker, json",
        "MODEL_TIMEOUT_S|0|a whole number from 1 to 3600",
        "OPENAI_API_BASE|localhost:11434|http://",
        "OPENAI_API_BASE|ftp://host/|http://",
        "CORS_ALLOW_ORIGINS|http://a/path|origins",
        "MAX_BODY_BYTES|1|a whole number from 1024 to 33554432",
        "MAX_PARALLEL_TOOL_CALLS|101|a whole number from 1 to 100",
        "MAX_PARALLEL_TOOL_CALLS|0|a whole number from 1 to 100",
        "NEGATIVITY_MIN_FAIL_RATE|1.1|a number from 0.0 to 1.0",
        "NEGATIVITY_MIN_FAIL_RATE|NaN|a number from 0.0 to 1.0",
        "LOG_LEVEL|loud|trace, debug, info, warn, warning, error, critical",
        "LOG_RETENTION_DAYS|0|a whole number from 1 to 365",
        "ENABLE_CONSOLE_LOGS|maybe|true or false",
      })
  void aWrongValueIsToldWithItsNameAndWhatIsAllowed(String name, String value, String allowed) {
    assertThat(faults(Map.of(name, value)))
        .singleElement()
        .satisfies(line -> assertThat(line).startsWith(name + "=" + value).contains(allowed));
  }

  @ParameterizedTest
  @CsvSource({"DATABASE_URL,postgresql://u:secretword@h/d"})
  void aSettingWhosePartIsNotBuiltStopsTheStart(String name, String value) {
    assertThat(faults(Map.of(name, value)))
        .singleElement()
        .satisfies(line -> assertThat(line).startsWith(name).contains("not built yet"));
  }

  @Test
  void allFaultsAreToldAtOnce() {
    assertThat(faults(Map.of("PORT", "x", "LOG_LEVEL", "y", "HOST", "0.0.0.0", "DEBUG", "z")))
        .hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"API_TOKEN", "OPENAI_API_KEY", "ANTHROPIC_API_KEY", "DATABASE_URL"})
  void aSecretNeverShows(String name) {
    assertThat(faults(Map.of(name, "top secretword")).toString()).doesNotContain("secretword");
    assertThat(new Secret("secretword").toString()).doesNotContain("secretword");
  }

  @Test
  void aPasswordInAnAddressNeverShows() {
    assertThat(faults(Map.of("OPENAI_API_BASE", "http://me:secretword@host/v1")))
        .singleElement()
        .satisfies(line -> assertThat(line).doesNotContain("secretword"));
  }

  @Test
  void aFaultStaysOnOneLine() {
    assertThat(faults(Map.of("PORT", "1\n[31mtwo")).getFirst()).doesNotContain("\n", "\u001b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.168.1.5", "example.org", "127.0.0.1.example.org"})
  void withoutTokenNobodyBeyondThisMachineGetsIn(String host) {
    assertThat(faults(Map.of("HOST", host)))
        .singleElement()
        .satisfies(line -> assertThat(line).contains(host, "API_TOKEN", "ALLOW_OPEN"));
    assertThat(settings(Map.of("HOST", host, "API_TOKEN", "t")).door().host()).isEqualTo(host);
    assertThat(settings(Map.of("HOST", host, "ALLOW_OPEN", "true")).door().host()).isEqualTo(host);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "localhost", "LOCALHOST", "::1", "[::1]"})
  void loopbackNeedsNoToken(String host) {
    assertThat(settings(Map.of("HOST", host)).door().token()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"WARNING,WARN", "warn,WARN", "critical,ERROR", "DEBUG,DEBUG", "Trace,TRACE"})
  void levelsHaveTheirUsualNames(String value, String level) {
    assertThat(settings(Map.of("LOG_LEVEL", value)).log().level()).isEqualTo(Level.valueOf(level));
  }

  @Test
  void debugTalksMoreUnlessTheLevelIsSet() {
    assertThat(settings(Map.of("DEBUG", "true")).log().level()).isEqualTo(Level.DEBUG);
    assertThat(settings(Map.of("DEBUG", "1", "LOG_LEVEL", "error")).log().level())
        .isEqualTo(Level.ERROR);
    assertThat(settings(Map.of("ENABLE_CONSOLE_LOGS", "false")).log().console())
        .isEqualTo(Level.OFF);
  }

  @Test
  void whatIsSetIsTyped() {
    Settings settings =
        settings(
            Map.of(
                "OPENAI_API_BASE", "http://localhost:8080/v1",
                "MODEL_PROVIDER", "Ollama",
                "MODEL_CONCURRENCY", "3",
                "EMBEDDING_PROVIDER", "none",
                "CORS_ALLOW_ORIGINS", " http://a , ,https://b:1",
                "DATABASE_PATH", "bare.db"));
    assertThat(settings.narrator().base()).contains(URI.create("http://localhost:8080/v1"));
    assertThat(settings.narrator().provider()).isEqualTo(ModelProvider.OLLAMA);
    assertThat(settings.narrator().concurrency()).hasValue(3);
    assertThat(settings.door().corsOrigins()).containsExactly("http://a", "https://b:1");
    assertThat(settings.database()).isEqualTo(Path.of("bare.db"));
  }

  @Test
  void theFileInTheDirectoryIsRead(@TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve(".env"), "port=\"9001\" # mine\n");
    assertThat(SettingSource.of(Map.of(), Map.of(), directory).given(Setting.PORT))
        .contains("9001");
  }

  @Test
  void aFileThatIsNoTextIsAFaultAndNoCrash(@TempDir Path directory) throws IOException {
    Files.write(directory.resolve(".env"), "PORT=\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(SettingSource.of(Map.of(), Map.of(), directory).faults())
        .containsExactly(".env: is no UTF-8 text");
  }

  @Test
  void aTornQuoteIsAFaultOnlyWhereASettingIsMeant() {
    assertThat(SettingSource.of(Map.of(), Map.of(), DotEnv.parse("X='a\nPORT='b")).faults())
        .asInstanceOf(LIST)
        .hasSize(1);
  }

  private static SettingsReading read(Map<String, String> environment) {
    return SettingsReader.read(SettingSource.of(Map.of(), environment, DotEnv.NONE));
  }

  private static Settings settings(Map<String, String> environment) {
    return switch (read(environment)) {
      case SettingsReading.Read(Settings settings) -> settings;
      case SettingsReading.Faulty(List<String> faults) -> throw new AssertionError(faults);
    };
  }

  private static List<String> faults(Map<String, String> environment) {
    return switch (read(environment)) {
      case SettingsReading.Read(Settings settings) -> throw new AssertionError(settings);
      case SettingsReading.Faulty(List<String> faults) -> faults;
    };
  }
}
