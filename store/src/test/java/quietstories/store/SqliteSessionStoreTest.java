package quietstories.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quietstories.engine.Sample;
import quietstories.engine.SessionStore;
import quietstories.engine.SessionStoreContract;
import quietstories.story.MindChange;
import quietstories.story.Session;
import quietstories.story.SessionId;
import quietstories.story.Turn;

final class SqliteSessionStoreTest extends SessionStoreContract {

  @TempDir private Path directory;
  private SqliteStore store;

  @BeforeEach
  void open() {
    store = SqliteStore.open(directory.resolve("stories.db"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  protected SessionStore sessions() {
    return store.sessions();
  }

  @Test
  void sessionsOfOneScenarioShareOneInstanceOfItsRules() {
    sessions().create(Sample.session("one"));
    sessions().create(Sample.session("two"));

    Session one = sessions().load(new SessionId("one")).orElseThrow();
    Session two = sessions().load(new SessionId("two")).orElseThrow();

    assertThat(one.spec()).isSameAs(two.spec());
    assertThat(count("specs")).isEqualTo(1);
  }

  @Test
  void aTurnWritesThreeRowsAtTheBeginningAndAfterManyTurns() {
    Session session = Sample.session("one");
    sessions().create(session);
    for (int i = 0; i < 300; i++) {
      Turn turn = Sample.turn(session, "words");
      Session after = Sample.after(session, turn);
      int before = rowsWritten();
      sessions().append(after, turn, MindChange.NONE);
      assertThat(rowsWritten() - before).isEqualTo(3);
      session = after;
    }
  }

  @Test
  void noQueryOfAListOrATurnReadsAWholeTable() {
    assertThat(plan("SELECT id FROM sessions ORDER BY updated_at DESC, rowid DESC LIMIT 5"))
        .contains("sessions_by_change")
        .doesNotContain("TEMP B-TREE");
    assertThat(plan("SELECT body FROM turns WHERE session_id = 'a' AND idempotency_key = 'k'"))
        .contains("turns_by_key");
    assertThat(
            plan(
                "SELECT body FROM turns WHERE session_id = 'a' AND number >= 3"
                    + " ORDER BY number LIMIT 5"))
        .contains("SEARCH")
        .doesNotContain("TEMP B-TREE");
    assertThat(plan("SELECT count(*) FROM sessions WHERE scenario_id = 'a'"))
        .contains("sessions_by_scenario");
  }

  @Test
  void everyRowOfADeletedSessionGoes() {
    Session session = Sample.session("one");
    Turn turn = Sample.turn(session, "words");
    sessions().create(session);
    sessions().append(Sample.after(session, turn), turn, MindChange.NONE);
    sessions().saveTimeline(session.id(), turn, Sample.spec().state());

    sessions().delete(session.id());

    for (String table : List.of("sessions", "moments", "turns", "timelines")) {
      assertThat(count(table)).as(table).isZero();
    }
  }

  @Test
  void theBeginningIsKeptWhenTheSessionMovesOn() {
    Session session = Sample.session("one");
    Turn turn = Sample.turn(session, "words");
    sessions().create(session);
    sessions().append(Sample.after(session, turn), turn, MindChange.NONE);

    String state =
        store
            .database()
            .read(
                h ->
                    h.createQuery("SELECT state FROM moments WHERE turn = 0")
                        .mapTo(String.class)
                        .one());

    assertThat(StoredJson.object(state)).isEqualTo(session.state());
  }

  @Test
  void aTransactionThatThrowsLeavesNothingAndTheNextOneWorks() {
    assertThatThrownBy(
            () ->
                store
                    .database()
                    .write(
                        handle -> {
                          handle.execute("INSERT INTO specs (hash, body) VALUES ('a', 'b')");
                          throw new IllegalStateException("midway");
                        }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(count("specs")).isZero();
    sessions().create(Sample.session("one"));
    assertThat(count("specs")).isEqualTo(1);
  }

  @Test
  void whatADatabaseFaultSaysNeverQuotesWhatWasToBeStored() {
    assertThatThrownBy(
            () ->
                store
                    .database()
                    .write(
                        handle ->
                            handle
                                .createUpdate("INSERT INTO turns VALUES (:id, 1, NULL, 'x')")
                                .bind("id", "my secret words")
                                .execute()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("FOREIGNKEY")
        .hasMessageNotContaining("secret")
        .satisfies(e -> assertThat(e.getCause().getMessage()).doesNotContain("secret"));
  }

  private int rowsWritten() {
    return store
        .database()
        .write(h -> h.createQuery("SELECT total_changes()").mapTo(Integer.class).one());
  }

  private int count(String table) {
    return store
        .database()
        .read(h -> h.createQuery("SELECT count(*) FROM " + table).mapTo(Integer.class).one());
  }

  private String plan(String query) {
    return store
        .database()
        .read(
            handle ->
                String.join(
                    "\n",
                    handle
                        .createQuery("EXPLAIN QUERY PLAN " + query)
                        .map((row, _) -> row.getString("detail"))
                        .list()));
  }
}
