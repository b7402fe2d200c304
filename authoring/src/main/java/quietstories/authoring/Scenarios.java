package quietstories.authoring;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import quietstories.json.JsonObject;
import quietstories.story.NarratorIdentity;
import quietstories.story.Problem;
import quietstories.story.Scenario;
import quietstories.story.ScenarioId;
import quietstories.story.ScenarioSpec;
import quietstories.story.ScenarioStatus;
import quietstories.story.SpecReader;
import quietstories.story.SpecReading;

/** Everything that can be done with scenarios. Safe for use by many threads. */
public final class Scenarios {

  private static final int LISTED = 100;

  private final ScenarioStore store;
  private final Author author;
  private final TrialRoom trials;
  private final InstantSource clock;
  private final Supplier<String> ids;
  private final LongSupplier seeds;

  // why: a compile takes seconds, and a scenario that was deleted meanwhile must stay deleted. Held
  // only while looking and saving, never while compiling.
  private final ReentrantLock writing = new ReentrantLock();

  /**
   * Creates the room's face.
   *
   * @param author who writes what is generated
   * @param trials where and how often compiles try a scenario
   * @param ids gives a new id for each scenario
   * @param seeds gives a seed to each generated scenario whose author chose none
   */
  public Scenarios(
      ScenarioStore store,
      Author author,
      TrialRoom trials,
      InstantSource clock,
      Supplier<String> ids,
      LongSupplier seeds) {
    this.store = store;
    this.author = author;
    this.trials = trials;
    this.clock = clock;
    this.ids = ids;
    this.seeds = seeds;
  }

  /**
   * Writes a scenario from {@code description}, of any length, and stores it as {@code generated}.
   *
   * @throws AuthoringException if the model's answers were of no use
   * @throws quietstories.model.ModelException if the model gave no answer
   */
  public Scenario generate(String description) {
    ScenarioSpec spec = author.write(description, seeds.getAsLong());
    NarratorIdentity writer = author.identity();
    return added(spec, ScenarioStatus.GENERATED, writer.model().orElse(writer.provider()));
  }

  /**
   * Stores the scenario that {@code document} describes as {@code imported}. Nothing of it is
   * changed; what can be repaired is repaired when it is compiled.
   *
   * @throws AuthoringException with every problem if it is no scenario or an expression is broken
   */
  public Scenario importSpec(JsonObject document) {
    return switch (SpecReader.read(document)) {
      case SpecReading.Valid(ScenarioSpec spec) -> {
        List<Problem> broken = SpecFaults.brokenExpressions(spec);
        if (!broken.isEmpty()) {
          throw AuthoringException.invalid(broken);
        }
        yield added(spec, ScenarioStatus.IMPORTED, "import");
      }
      case SpecReading.Invalid(List<Problem> problems) ->
          throw AuthoringException.invalid(problems);
    };
  }

  /**
   * Repairs, proves and tunes a scenario and stores the result, as {@code compiled} or as {@code
   * failed} with the reasons. The same scenario always compiles to the same result. May take
   * seconds; other calls do not wait for it.
   *
   * @throws AuthoringException if there is no such scenario, or no longer
   */
  public Compilation compile(ScenarioId id) {
    Scenario before = load(id);
    // why: tuning again would push the weights on, although the first time went as far as it
    // should.
    boolean tuning = before.status() != ScenarioStatus.COMPILED;
    Proof proof = trials.prove(before.spec(), tuning);
    ScenarioStatus status = proof.passed() ? ScenarioStatus.COMPILED : ScenarioStatus.FAILED;
    JsonObject results = CompileReport.of(proof);
    Scenario after = before.compiled(proof.spec(), status, results, clock.instant());
    writing.lock();
    try {
      load(id);
      store.save(after);
    } finally {
      writing.unlock();
    }
    return new Compilation(after, results);
  }

  /**
   * Returns the scenario of that id.
   *
   * @throws AuthoringException if there is none
   */
  public Scenario load(ScenarioId id) {
    Optional<Scenario> found = store.load(id);
    return found.orElseThrow(Scenarios::unknown);
  }

  /** Returns the 100 scenarios that were created last, newest first. */
  public List<Scenario> newest() {
    return store.newest(LISTED);
  }

  /**
   * Deletes a scenario. Sessions that were begun with it can be played on.
   *
   * @param force whether to delete it although sessions use it
   * @throws AuthoringException if there is none, or if it is in use and not forced
   */
  public void delete(ScenarioId id, boolean force) {
    writing.lock();
    try {
      load(id);
      int sessions = store.sessionsOf(id);
      if (sessions > 0 && !force) {
        throw new AuthoringException(
            AuthoringFault.IN_USE, "Scenario is used by " + counted(sessions) + ".");
      }
      store.delete(id);
    } finally {
      writing.unlock();
    }
  }

  private Scenario added(ScenarioSpec spec, ScenarioStatus status, String writer) {
    Instant now = clock.instant();
    Scenario scenario =
        new Scenario(new ScenarioId(ids.get()), spec, status, writer, Optional.empty(), now, now);
    store.save(scenario);
    return scenario;
  }

  private static String counted(int sessions) {
    return sessions == 1 ? "1 session" : sessions + " sessions";
  }

  private static AuthoringException unknown() {
    return new AuthoringException(AuthoringFault.UNKNOWN_SCENARIO, "Scenario not found");
  }
}
