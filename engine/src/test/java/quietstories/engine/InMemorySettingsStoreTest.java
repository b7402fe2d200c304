package quietstories.engine;

final class InMemorySettingsStoreTest extends SettingsStoreContract {

  private final InMemorySettingsStore store = new InMemorySettingsStore();

  @Override
  protected SettingsStore settings() {
    return store;
  }
}
