package quietstories.app;

import static quietstories.app.SettingKind.oneOf;

import java.util.List;
import java.util.regex.Pattern;
import quietstories.app.SettingKind.Address;
import quietstories.app.SettingKind.Choice;
import quietstories.app.SettingKind.Decimal;
import quietstories.app.SettingKind.FileName;
import quietstories.app.SettingKind.Flag;
import quietstories.app.SettingKind.Later;
import quietstories.app.SettingKind.Origins;
import quietstories.app.SettingKind.Text;
import quietstories.app.SettingKind.Whole;

/**
 * Everything that can be set: the constant's name is the variable's name. This is the one table
 * from which values are checked, the help is printed and the documentation is kept right.
 */
enum Setting {
  HOST(
      "127.0.0.1",
      new Text(Pattern.compile("[A-Za-z0-9.:_%\\[\\]-]{1,255}"), "a host name or IP address"),
      "Address to listen on. Anything but loopback needs API_TOKEN or ALLOW_OPEN."),
  PORT("8000", new Whole(0, 65535), "Port to listen on; 0 takes a free one."),
  API_TOKEN(
      "",
      new Text(Pattern.compile("[!-~]{1,512}"), "1 to 512 visible ASCII characters"),
      "When set, every call except health needs it as bearer token."),
  ALLOW_OPEN("false", new Flag(), "Allow HOST beyond loopback although no API_TOKEN is set."),
  CORS_ALLOW_ORIGINS(
      "http://localhost:5173,http://localhost:3000",
      new Origins(),
      "Origins of web pages on other servers that may call this one."),
  MAX_BODY_BYTES(
      "1048576", new Whole(1024, 33554432), "Largest request body in bytes (imports: 32 MiB)."),
  DATABASE_PATH(
      "data/quietstories.db",
      new FileName(),
      "SQLite file with all stories; its directory is created."),
  DATABASE_URL("", new Later(), "PostgreSQL instead of SQLite."),
  MODEL_PROVIDER(
      "auto",
      new Choice(
          List.of("auto", "openai", "anthropic", "generic", "lmstudio", "ollama", "builtin"),
          List.of()),
      "Who narrates. auto takes what is configured or found on this machine, else the built-in."),
  OPENAI_API_BASE(
      "",
      new Address(),
      "Base address of an OpenAI-compatible server, such as http://127.0.0.1:8080/v1."),
  OPENAI_API_KEY("", key(), "Key for that server; needed only where the server wants one."),
  MODEL_NAME(
      "",
      new Text(Pattern.compile("[^\\p{Cntrl}]{1,200}"), "a model's name, up to 200 characters"),
      "Model to ask; unset: the first one that a local server lists, gpt-5-nano at OpenAI,"
          + " claude-haiku-4-5 at Anthropic."),
  LMSTUDIO_API_BASE("", new Address(), "Base address of LM Studio, for MODEL_PROVIDER=lmstudio."),
  ANTHROPIC_API_KEY(
      "", key(), "Key for Anthropic; auto takes it where no OPENAI_ variable is set."),
  MODEL_PROTOCOL(
      "auto",
      new Choice(List.of("auto", "calls", "marker", "json"), List.of()),
      "How the model says what changes: by tools, after a marker line, or in one JSON answer."),
  MODEL_TIMEOUT_S(
      "120",
      new Whole(1, 3600),
      "Longest model call in seconds, the wait for its first byte included."),
  MODEL_CONCURRENCY(
      "",
      new Whole(1, 4096),
      "Model calls at once per server; unset: what llama-server reports, 1 for Ollama and"
          + " LM Studio, else 256."),
  TURN_BUDGET_MS(
      "",
      new Whole(100, 600000),
      "Milliseconds to the first visible text; prompts are kept short enough for it."),
  MAX_PARALLEL_TOOL_CALLS("10", new Whole(1, 100), "Tools that run at once at most."),
  ORCHESTRATOR_RECURSION_LIMIT("50", new Whole(1, 1000), "Answers of the model in a turn at most."),
  TOOL_TIMEOUT_MS("2000", new Whole(1, 600000), "Longest tool call in milliseconds."),
  EMBEDDING_PROVIDER(
      "local",
      oneOf(SettingKind.words(EmbeddingProvider.class)),
      "Who turns memories into vectors; local does it inside the program, none leaves it out."),
  EMBEDDING_MODEL_NAME(
      "",
      new Text(Pattern.compile("[^\\p{Cntrl}]{1,200}"), "a model's name, up to 200 characters"),
      "Model for vectors; unset: the usual one of its provider."),
  EMBEDDING_API_BASE(
      "", new Address(), "Base address of the server for vectors; unset: the narrator's."),
  MONTE_CARLO_TURNS(
      "1000", new Whole(1, 100000), "Seeded trials that are played when a scenario is compiled."),
  NEGATIVITY_MIN_FAIL_RATE(
      "0.25",
      new Decimal(0, 1),
      "Share of those trials that must be lost where the scenario does not say it itself."),
  ENABLE_PERFORMANCE_TRACKING("true", new Flag(), "Keep timings of turns and model calls."),
  LOG_LEVEL(
      "INFO",
      oneOf("trace", "debug", "info", "warn", "warning", "error", "critical"),
      "Least level that is written to the log files."),
  LOG_FILE("", new FileName(), "One more log file, besides those in logs/."),
  ENABLE_CONSOLE_LOGS("true", new Flag(), "Warnings and errors on the terminal too."),
  LOG_FORMAT(
      "auto",
      oneOf(SettingKind.words(LogFormat.class)),
      "Lines on the terminal and in LOG_FILE; auto: text there, JSON here. logs/ is always JSON."),
  LOG_RETENTION_DAYS("7", new Whole(1, 365), "Days after which old log files are removed."),
  LOG_CONTENT("false", new Flag(), "Log prompts, answers and the player's words as well."),
  VERBOSE_ORCHESTRATOR("false", new Flag(), "Log each step of a turn."),
  LOG_MESSAGE_SEQUENCES(
      "false", new Flag(), "Log the messages that are sent; their text only with LOG_CONTENT."),
  OTEL_EXPORTER_OTLP_ENDPOINT(
      "",
      new Address(),
      "Base address of an OTLP receiver (HTTP); when set, every turn sends it a trace."),
  DEBUG("false", new Flag(), "LOG_LEVEL=DEBUG unless that is set, and all of it on the terminal.");

  private final String fallback;
  private final SettingKind kind;
  private final String meaning;

  Setting(String fallback, SettingKind kind, String meaning) {
    this.fallback = fallback;
    this.kind = kind;
    this.meaning = meaning;
  }

  private static SettingKind key() {
    return new Text(Pattern.compile("[!-~]{1,2048}"), "visible ASCII characters without spaces");
  }

  /** Returns the value that holds when nothing is set; empty for none. */
  String fallback() {
    return fallback;
  }

  SettingKind kind() {
    return kind;
  }

  String meaning() {
    return meaning;
  }

  /** Returns whether the value must never be shown. */
  boolean secret() {
    return switch (this) {
      case API_TOKEN, OPENAI_API_KEY, ANTHROPIC_API_KEY, DATABASE_URL -> true;
      default -> false;
    };
  }

  /** Returns whether the part that this setting belongs to is there. */
  boolean built() {
    return !(kind instanceof Later);
  }
}
