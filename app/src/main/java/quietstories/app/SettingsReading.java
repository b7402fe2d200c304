package quietstories.app;

import java.util.List;

/** What became of reading the settings: all of them, or every fault at once. */
sealed interface SettingsReading {

  /** The settings, all valid. */
  record Read(Settings settings) implements SettingsReading {}

  /** One line for each fault: the name, the value unless it is secret, and what is allowed. */
  record Faulty(List<String> faults) implements SettingsReading {

    public Faulty {
      faults = List.copyOf(faults);
    }
  }
}
