package quietstories.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import quietstories.json.Json;
import quietstories.json.JsonObject;
import quietstories.story.Scenario;
import quietstories.story.ScenarioId;
import quietstories.story.ScenarioSpec;
import quietstories.story.ScenarioStatus;

/** What every {@link ScenarioStore} must do. */
public abstract class ScenarioStoreContract {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

  /** Returns the store to test, which holds nothing at the start of a test. */
  protected abstract ScenarioStore store();

  /** Begins a session with that scenario, which the store holds. */
  protected abstract void beginSession(Scenario scenario);

  @Test
  void whatIsSavedIsLoadedEqual() {
    Scenario scenario = scenario("s1", NOON);
    store().save(scenario);
    assertThat(store().load(scenario.id())).contains(scenario);
  }

  @Test
  void anUnknownScenarioIsEmpty() {
    assertThat(store().load(new ScenarioId("nobody"))).isEmpty();
  }

  @Test
  void savingAgainReplacesSpecStatusAndReport() {
    Scenario before = scenario("s1", NOON);
    store().save(before);
    JsonObject report = JsonObject.of("valid", Json.of(true));
    ScenarioSpec repaired = before.spec().withState(before.spec().state().with("mana", Json.of(0)));
    Scenario after =
        before.compiled(repaired, ScenarioStatus.COMPILED, report, NOON.plusSeconds(5));
    store().save(after);
    assertThat(store().load(before.id())).contains(after);
    assertThat(store().newest(10)).containsExactly(after);
  }

  @Test
  void textOfAnyKindIsKeptWhole() {
    ScenarioSpec plain = Specs.playable();
    ScenarioSpec odd =
        plain.withState(
            plain
                .state()
                .with("läg 🎭 \u0000 key", Json.of("墨 \uD83D\uDC09 'quoted' \"twice\" \n")));
    Scenario scenario =
        new Scenario(
            new ScenarioId("s1"),
            odd,
            ScenarioStatus.IMPORTED,
            "modèle/7b:q4",
            Optional.empty(),
            NOON,
            NOON);
    store().save(scenario);
    assertThat(store().load(scenario.id())).contains(scenario);
  }

  @Test
  void theNewestComeFirstAndNoMoreThanAsked() {
    for (int i = 0; i < 5; i++) {
      store().save(scenario("s" + i, NOON.plusSeconds(i)));
    }
    assertThat(store().newest(3)).extracting(s -> s.id().value()).containsExactly("s4", "s3", "s2");
  }

  @Test
  void theOrderIsThatOfCreationAndNotOfTheLastChange() {
    Scenario older = scenario("older", NOON);
    store().save(older);
    store().save(scenario("newer", NOON.plusSeconds(1)));
    store()
        .save(
            older.compiled(
                older.spec(), ScenarioStatus.FAILED, JsonObject.EMPTY, NOON.plusSeconds(60)));
    assertThat(store().newest(10))
        .extracting(s -> s.id().value())
        .containsExactly("newer", "older");
  }

  @Test
  void aDeletedScenarioIsGoneForGood() {
    Scenario scenario = scenario("s1", NOON);
    store().save(scenario);
    assertThat(store().delete(scenario.id())).isTrue();
    assertThat(store().load(scenario.id())).isEmpty();
    assertThat(store().newest(10)).isEmpty();
    assertThat(store().delete(scenario.id())).isFalse();
  }

  @Test
  void deletingWhatIsNotThereSaysSo() {
    assertThat(store().delete(new ScenarioId("nobody"))).isFalse();
  }

  @Test
  void sessionsAreCountedByTheirScenario() {
    Scenario used = scenario("used", NOON);
    Scenario unused = scenario("unused", NOON);
    store().save(used);
    store().save(unused);
    beginSession(used);
    beginSession(used);
    assertThat(store().sessionsOf(used.id())).isEqualTo(2);
    assertThat(store().sessionsOf(unused.id())).isZero();
  }

  @Test
  void aScenarioCanBeDeletedWhileSessionsUseIt() {
    Scenario used = scenario("used", NOON);
    store().save(used);
    beginSession(used);
    assertThat(store().delete(used.id())).isTrue();
    assertThat(store().load(used.id())).isEmpty();
  }

  @Test
  void manyThreadsMaySaveAtOnce() throws InterruptedException {
    List<Scenario> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      all.add(scenario("s" + i, NOON.plusMillis(i)));
    }
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    all.forEach(scenario -> threads.execute(() -> store().save(scenario)));
    threads.shutdown();
    assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    assertThat(store().newest(100)).containsExactlyInAnyOrderElementsOf(all);
  }

  private static Scenario scenario(String id, Instant createdAt) {
    return new Scenario(
        new ScenarioId(id),
        Specs.playable(),
        ScenarioStatus.GENERATED,
        "builtin",
        Optional.empty(),
        createdAt,
        createdAt);
  }
}
