package quietstories.app;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was set, before it is checked: the command line over the environment over {@code .env}.
 *
 * <p>Names are the same in any case; names that are no setting are ignored. A variable that is set
 * to nothing hides the layers below it and stands for the default.
 *
 * @param values trimmed, none empty
 * @param faults what kept a layer from being read, in words
 */
record SettingSource(Map<Setting, String> values, List<String> faults) {

  SettingSource {
    values = Map.copyOf(values);
    faults = List.copyOf(faults);
  }

  /** Returns the layers in {@code directory}, with {@code environment} over its {@code .env}. */
  static SettingSource of(
      Map<Setting, String> commandLine, Map<String, String> environment, Path directory) {
    Path file = directory.resolve(".env");
    try {
      DotEnv dotEnv =
          Files.isRegularFile(file) ? DotEnv.parse(Files.readString(file)) : DotEnv.NONE;
      return of(commandLine, environment, dotEnv);
    } catch (CharacterCodingException e) {
      return broken(commandLine, environment, ".env: is no UTF-8 text");
    } catch (IOException e) {
      return broken(commandLine, environment, ".env: cannot be read");
    }
  }

  /** Returns the three layers as one. */
  static SettingSource of(
      Map<Setting, String> commandLine, Map<String, String> environment, DotEnv dotEnv) {
    Map<String, String> upper = new TreeMap<>();
    // why: where HOST and host are both set, the capitals win; TreeMap puts them first.
    new TreeMap<>(environment)
        .forEach((name, value) -> upper.putIfAbsent(name.toUpperCase(Locale.ROOT), value));
    Map<Setting, String> values = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      Optional.ofNullable(commandLine.get(setting))
          .or(() -> Optional.ofNullable(upper.get(setting.name())))
          .or(() -> Optional.ofNullable(dotEnv.values().get(setting.name())))
          .map(String::strip)
          .filter(value -> !value.isEmpty())
          .ifPresent(value -> values.put(setting, value));
    }
    return new SettingSource(values, known(dotEnv.faults()));
  }

  private static SettingSource broken(
      Map<Setting, String> commandLine, Map<String, String> environment, String fault) {
    List<String> faults = new ArrayList<>(List.of(fault));
    SettingSource rest = of(commandLine, environment, DotEnv.NONE);
    faults.addAll(rest.faults);
    return new SettingSource(rest.values, faults);
  }

  /** A quote that does not close matters only where a setting of ours is meant. */
  private static List<String> known(List<String> faults) {
    return faults.stream()
        .filter(
            fault ->
                List.of(Setting.values()).stream()
                    .anyMatch(setting -> fault.contains(": " + setting.name() + ":")))
        .toList();
  }

  /** Returns what was set, or empty for the default. */
  Optional<String> given(Setting setting) {
    return Optional.ofNullable(values.get(setting));
  }
}
