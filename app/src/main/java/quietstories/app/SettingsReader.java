package quietstories.app;

import ch.qos.logback.classic.Level;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Checks what was set and types it. Nothing is converted before everything has been checked. */
final class SettingsReader {

  private final SettingSource source;

  private SettingsReader(SettingSource source) {
    this.source = source;
  }

  /** Returns the settings that {@code source} holds, or all its faults. */
  static SettingsReading read(SettingSource source) {
    SettingsReader reader = new SettingsReader(source);
    List<String> faults = reader.faults();
    return faults.isEmpty()
        ? new SettingsReading.Read(reader.settings())
        : new SettingsReading.Faulty(faults);
  }

  private List<String> faults() {
    List<String> faults = new ArrayList<>(source.faults());
    for (Setting setting : Setting.values()) {
      source
          .given(setting)
          .flatMap(value -> setting.kind().fault(value).map(words -> line(setting, value, words)))
          .ifPresent(faults::add);
    }
    if (Setting.HOST.kind().fault(text(Setting.HOST)).isEmpty() && open()) {
      faults.add(
          "HOST="
              + text(Setting.HOST)
              + " would let anybody in: set API_TOKEN, or ALLOW_OPEN=true if that is meant;"
              + " allowed without either: 127.0.0.1, localhost, ::1");
    }
    return faults;
  }

  private static String line(Setting setting, String value, String words) {
    String allowed = " (allowed: " + setting.kind().allowed() + ")";
    return setting.name() + shown(setting, value) + " " + words + allowed;
  }

  /** An address may carry a password, so that one with an at sign is not shown either. */
  private static String shown(Setting setting, String value) {
    if (setting.secret() || value.contains("@")) {
      return "";
    }
    int end = value.offsetByCodePoints(0, Math.min(80, value.codePointCount(0, value.length())));
    return "=" + PlainText.oneLine(value.substring(0, end)) + (end < value.length() ? "..." : "");
  }

  private boolean open() {
    return !Loopback.includes(host())
        && source.given(Setting.API_TOKEN).isEmpty()
        && !flag(Setting.ALLOW_OPEN);
  }

  private Settings settings() {
    return new Settings(
        door(),
        Path.of(text(Setting.DATABASE_PATH)),
        narrator(),
        new MemorySettings(
            choice(Setting.EMBEDDING_PROVIDER, EmbeddingProvider.class),
            source.given(Setting.EMBEDDING_MODEL_NAME),
            address(Setting.EMBEDDING_API_BASE)),
        new ToolSettings(
            whole(Setting.MAX_PARALLEL_TOOL_CALLS),
            whole(Setting.ORCHESTRATOR_RECURSION_LIMIT),
            Duration.ofMillis(whole(Setting.TOOL_TIMEOUT_MS))),
        new TrialSettings(
            whole(Setting.MONTE_CARLO_TURNS),
            Double.parseDouble(text(Setting.NEGATIVITY_MIN_FAIL_RATE))),
        flag(Setting.ENABLE_PERFORMANCE_TRACKING),
        address(Setting.OTEL_EXPORTER_OTLP_ENDPOINT),
        source.given(Setting.TURN_BUDGET_MS).isPresent()
            ? OptionalLong.of(whole(Setting.TURN_BUDGET_MS))
            : OptionalLong.empty(),
        log());
  }

  private DoorSettings door() {
    return new DoorSettings(
        host(),
        whole(Setting.PORT),
        SettingKind.list(text(Setting.CORS_ALLOW_ORIGINS)),
        whole(Setting.MAX_BODY_BYTES),
        secret(Setting.API_TOKEN));
  }

  private NarratorSettings narrator() {
    return new NarratorSettings(
        choice(Setting.MODEL_PROVIDER, ModelProvider.class),
        address(Setting.OPENAI_API_BASE),
        secret(Setting.OPENAI_API_KEY),
        source.given(Setting.MODEL_NAME),
        address(Setting.LMSTUDIO_API_BASE),
        secret(Setting.ANTHROPIC_API_KEY),
        choice(Setting.MODEL_PROTOCOL, ModelProtocol.class),
        Duration.ofSeconds(whole(Setting.MODEL_TIMEOUT_S)),
        source.given(Setting.MODEL_CONCURRENCY).isPresent()
            ? OptionalInt.of(whole(Setting.MODEL_CONCURRENCY))
            : OptionalInt.empty(),
        flag(Setting.VERBOSE_ORCHESTRATOR),
        flag(Setting.LOG_MESSAGE_SEQUENCES));
  }

  private LogSettings log() {
    boolean debug = flag(Setting.DEBUG);
    Level level = level(source.given(Setting.LOG_LEVEL).orElse(debug ? "debug" : "info"));
    Level console = debug ? level : Level.WARN;
    return new LogSettings(
        Path.of("logs"),
        level,
        flag(Setting.ENABLE_CONSOLE_LOGS) ? console : Level.OFF,
        choice(Setting.LOG_FORMAT, LogFormat.class),
        source.given(Setting.LOG_FILE).map(Path::of),
        whole(Setting.LOG_RETENTION_DAYS),
        flag(Setting.LOG_CONTENT));
  }

  private static Level level(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "trace" -> Level.TRACE;
      case "debug" -> Level.DEBUG;
      case "warn", "warning" -> Level.WARN;
      case "error", "critical" -> Level.ERROR;
      default -> Level.INFO;
    };
  }

  private String host() {
    String host = text(Setting.HOST);
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }

  private String text(Setting setting) {
    return source.given(setting).orElse(setting.fallback());
  }

  private int whole(Setting setting) {
    return Integer.parseInt(text(setting));
  }

  private boolean flag(Setting setting) {
    return SettingKind.flag(text(setting)).orElse(false);
  }

  private Optional<URI> address(Setting setting) {
    return source.given(setting).map(URI::create);
  }

  private Optional<Secret> secret(Setting setting) {
    return source.given(setting).map(Secret::new);
  }

  private <E extends Enum<E>> E choice(Setting setting, Class<E> type) {
    return Enum.valueOf(type, text(setting).toUpperCase(Locale.ROOT));
  }
}
