package quietstories.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quietstories.json.JsonObject;
import quietstories.story.PlayerSettings;

/** What every place for settings must do. */
public abstract class SettingsStoreContract {

  /** Returns the store under test, which is empty at the beginning of each test. */
  protected abstract SettingsStore settings();

  @Test
  void nothingIsThereBeforeTheFirstSave() {
    assertThat(settings().load()).isEmpty();
  }

  @Test
  void whatWasSavedComesBackEqual() {
    PlayerSettings saved = Sample.settings("Zoë\u0000 🦊 O'Hara", 1);

    settings().save(saved);

    assertThat(settings().load()).contains(saved);
  }

  @Test
  void aLaterSaveReplacesTheWholeOfAnEarlierOne() {
    PlayerSettings second =
        new PlayerSettings(
            "another-id", "Ben", JsonObject.EMPTY, Sample.BEGINNING, Sample.BEGINNING);

    settings().save(Sample.settings("Ada", 1));
    settings().save(second);

    assertThat(settings().load()).contains(second);
  }
}
