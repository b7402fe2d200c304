package quietstories.engine;

import java.util.Optional;
import quietstories.story.PlayerSettings;

/** Where the one player's settings are kept. */
public interface SettingsStore {

  /** Returns the settings, if any were ever saved. */
  Optional<PlayerSettings> load();

  /** Saves the settings in place of any earlier ones. */
  void save(PlayerSettings settings);
}
