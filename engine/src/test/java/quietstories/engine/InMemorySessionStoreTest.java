package quietstories.engine;

final class InMemorySessionStoreTest extends SessionStoreContract {

  private final InMemorySessionStore store = new InMemorySessionStore();

  @Override
  protected SessionStore sessions() {
    return store;
  }
}
