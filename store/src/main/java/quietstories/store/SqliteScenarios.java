package quietstories.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import quietstories.authoring.ScenarioStore;
import quietstories.json.JsonObject;
import quietstories.story.Scenario;
import quietstories.story.ScenarioId;
import quietstories.story.ScenarioStatus;

/** Scenarios. A deleted one keeps its row, marked; saving it again brings it back. */
final class SqliteScenarios implements ScenarioStore {

  private static final String SAVE =
      """
      INSERT INTO scenarios (id, spec_hash, status, deleted, created_at, updated_at, details)
      VALUES (:id, :spec, :status, 0, :created, :updated, :details)
      ON CONFLICT (id) DO UPDATE
      SET spec_hash = excluded.spec_hash, status = excluded.status, deleted = 0,
          created_at = excluded.created_at, updated_at = excluded.updated_at,
          details = excluded.details
      """;

  private final Database database;
  private final SpecShelf specs;

  SqliteScenarios(Database database, SpecShelf specs) {
    this.database = database;
    this.specs = specs;
  }

  @Override
  public void save(Scenario scenario) {
    database.write(
        handle ->
            handle
                .createUpdate(SAVE)
                .bind("spec", specs.put(handle, scenario.spec()))
                .bind("id", scenario.id().value())
                .bind("status", scenario.status().wireName())
                .bind("created", StoredJson.write(scenario.createdAt()))
                .bind("updated", StoredJson.write(scenario.updatedAt()))
                .bind("details", StoredJson.write(details(scenario)))
                .execute());
  }

  @Override
  public Optional<Scenario> load(ScenarioId id) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM scenarios WHERE id = :id AND deleted = 0")
                .bind("id", id.value())
                .map((row, _) -> scenario(handle, row))
                .findOne());
  }

  @Override
  public List<Scenario> newest(int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT * FROM scenarios WHERE deleted = 0
                    ORDER BY created_at DESC, rowid DESC LIMIT :limit
                    """)
                .bind("limit", limit)
                .map((row, _) -> scenario(handle, row))
                .list());
  }

  @Override
  public int sessionsOf(ScenarioId id) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT count(*) FROM sessions WHERE scenario_id = :id")
                .bind("id", id.value())
                .mapTo(Integer.class)
                .one());
  }

  @Override
  public boolean delete(ScenarioId id) {
    return database.write(
        handle ->
            handle
                    .createUpdate("UPDATE scenarios SET deleted = 1 WHERE id = :id AND deleted = 0")
                    .bind("id", id.value())
                    .execute()
                == 1);
  }

  private static JsonObject details(Scenario scenario) {
    return JsonObject.builder()
        .put("author", scenario.author())
        .putOrNull("report", scenario.report())
        .build();
  }

  private Scenario scenario(Handle handle, ResultSet row) throws SQLException {
    JsonObject details = StoredJson.object(row.getString("details"));
    return new Scenario(
        new ScenarioId(row.getString("id")),
        specs.take(handle, row.getString("spec_hash")),
        ScenarioStatus.named(row.getString("status")),
        details.text("author").orElseThrow(),
        details.object("report"),
        Instant.parse(row.getString("created_at")),
        Instant.parse(row.getString("updated_at")));
  }
}
