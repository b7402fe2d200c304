package quietstories.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import quietstories.engine.SettingsStore;
import quietstories.json.JsonObject;
import quietstories.story.PlayerSettings;

/** Keeps the one player's settings. */
final class SettingsRoutes {

  private static final String PATH = "/settings/";
  private static final int NAME = 100;

  private final SettingsStore store;
  private final Supplier<String> ids;
  private final InstantSource clock;

  /** Creates the routes. */
  SettingsRoutes(SettingsStore store, Supplier<String> ids, InstantSource clock) {
    this.store = store;
    this.ids = ids;
    this.clock = clock;
  }

  /** Returns the routes. */
  List<Route> routes() {
    return List.of(
        Route.get(PATH, this::show), Route.post(PATH, this::save), Route.put(PATH, this::replace));
  }

  private Reply show(Call call) {
    return Reply.ok(json(stored()));
  }

  private PlayerSettings stored() {
    return store
        .load()
        .orElseThrow(
            () -> Failure.of(FaultCode.PLAYER_NOT_FOUND, "User settings not found").exception());
  }

  private Reply save(Call call) {
    return saved(call, store.load());
  }

  private Reply replace(Call call) {
    return saved(call, Optional.of(stored()));
  }

  private Reply saved(Call call, Optional<PlayerSettings> before) {
    Fields body = Body.read(call);
    String name = body.text("player_name", 1, NAME);
    JsonObject preferences = body.optionalObject("preferences").orElse(JsonObject.EMPTY);
    body.check();
    Instant now = clock.instant();
    PlayerSettings settings =
        new PlayerSettings(
            before.map(PlayerSettings::id).orElseGet(ids),
            name,
            preferences,
            before.map(PlayerSettings::createdAt).orElse(now),
            now);
    store.save(settings);
    return Reply.ok(json(settings));
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
}
