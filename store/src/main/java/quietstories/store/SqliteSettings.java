package quietstories.store;

import java.time.Instant;
import java.util.Optional;
import quietstories.engine.SettingsStore;
import quietstories.json.JsonObject;
import quietstories.story.PlayerSettings;

/** The one player's settings. */
final class SqliteSettings implements SettingsStore {

  private final Database database;

  SqliteSettings(Database database) {
    this.database = database;
  }

  @Override
  public Optional<PlayerSettings> load() {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT body FROM settings")
                .mapTo(String.class)
                .map(StoredJson::object)
                .map(SqliteSettings::settings)
                .findOne());
  }

  @Override
  public void save(PlayerSettings settings) {
    database.write(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO settings (only_one, body) VALUES (1, :body)
                    ON CONFLICT (only_one) DO UPDATE SET body = excluded.body
                    """)
                .bind("body", StoredJson.write(json(settings)))
                .execute());
  }

  private static JsonObject json(PlayerSettings settings) {
    return JsonObject.builder()
        .put("id", settings.id())
        .put("player_name", settings.playerName())
        .put("preferences", settings.preferences())
        .put("created_at", settings.createdAt().toString())
        .put("updated_at", settings.updatedAt().toString())
        .build();
  }

  private static PlayerSettings settings(JsonObject json) {
    return new PlayerSettings(
        json.text("id").orElseThrow(),
        json.text("player_name").orElseThrow(),
        json.object("preferences").orElse(JsonObject.EMPTY),
        Instant.parse(json.text("created_at").orElseThrow()),
        Instant.parse(json.text("updated_at").orElseThrow()));
  }
}
