package quietstories.engine;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import quietstories.story.PlayerSettings;

/** Keeps the settings as long as the process lives. */
public final class InMemorySettingsStore implements SettingsStore {

  private final AtomicReference<Optional<PlayerSettings>> saved =
      new AtomicReference<>(Optional.empty());

  @Override
  public Optional<PlayerSettings> load() {
    return saved.get();
  }

  @Override
  public void save(PlayerSettings settings) {
    saved.set(Optional.of(settings));
  }
}
