package quietstories.app;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The table of settings, written for people. */
final class SettingsTable {

  private SettingsTable() {}

  /** Returns the table in Markdown, one row for each setting in order, ending in a line feed. */
  static String markdown() {
    return Arrays.stream(Setting.values())
        .map(SettingsTable::row)
        .collect(
            Collectors.joining(
                "\n", "| variable | default | allowed | meaning |\n|---|---|---|---|\n", "\n"));
  }

  /** Returns the settings as indented text for a terminal, ending in a line feed. */
  static String plain() {
    return Arrays.stream(Setting.values())
        .filter(Setting::built)
        .map(
            setting ->
                "  %s%n      %s%n      %s%s"
                    .formatted(
                        setting.name(), setting.meaning(), allowed(setting), preset(setting)))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String row(Setting setting) {
    String fallback = setting.fallback().isEmpty() ? "unset" : "`" + setting.fallback() + "`";
    String note = setting.built() ? "" : " **Not built yet:** setting it stops the start.";
    return "| `%s` | %s | %s | %s%s |"
        .formatted(setting.name(), fallback, allowed(setting), setting.meaning(), note);
  }

  private static String allowed(Setting setting) {
    return setting.kind() instanceof SettingKind.Choice choice && !choice.later().isEmpty()
        ? setting.kind().allowed() + " (not built yet: " + String.join(", ", choice.later()) + ")"
        : setting.kind().allowed();
  }

  private static String preset(Setting setting) {
    return setting.fallback().isEmpty() ? "; unset" : "; " + setting.fallback();
  }
}
