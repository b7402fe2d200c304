package quietstories.authoring;

import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** A room of scenarios over one store, for tests. */
final class Desk {

  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  final InMemoryScenarioStore store = new InMemoryScenarioStore();
  private final AtomicInteger ids = new AtomicInteger();

  Scenarios scenarios() {
    return scenarios(new ScriptedModel());
  }

  Scenarios scenarios(ScriptedModel model) {
    return scenarios(new ModelAuthor(model, 0.25));
  }

  Scenarios scenarios(Author author) {
    return scenarios(author, Runnable::run);
  }

  Scenarios scenarios(Executor bench) {
    return scenarios(new ModelAuthor(new ScriptedModel(), 0.25), bench);
  }

  private Scenarios scenarios(Author author, Executor bench) {
    return new Scenarios(
        store,
        author,
        new TrialRoom(200, bench),
        () -> NOW,
        () -> "scenario-" + ids.incrementAndGet(),
        () -> 42);
  }
}
