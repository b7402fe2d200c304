package quietstories.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import quietstories.engine.NewSession;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.story.Entity;
import quietstories.story.EntityId;
import quietstories.story.InvalidStory;

/**
 * What a client sends to begin a session.
 *
 * @param scenarioId as given, which may be blank
 */
record SessionInput(String scenarioId, NewSession wish) {

  private static final String CAST = "initial_entities";

  /**
   * Reads the body of {@code call}.
   *
   * @throws HttpFailure 422 if it does not fit
   */
  static SessionInput read(Call call) {
    Fields body = Body.read(call);
    String scenarioId = body.text("scenario_id", 0, Integer.MAX_VALUE);
    OptionalLong seed = body.optionalInteger("seed", Long.MIN_VALUE, Long.MAX_VALUE);
    Fields config = body.child("config");
    NewSession wish =
        new NewSession(
            seed,
            (int) config.integer("num_characters", 3, 1, 10),
            config.flag("generate_world_background", true),
            config.flag("generate_entity_backgrounds", true),
            config.optionalArray(CAST).map(list -> cast(list, config)),
            config.optionalObject("custom_state"),
            config.optionalText("player_name").map(String::strip).filter(n -> !n.isEmpty()));
    body.check();
    return new SessionInput(scenarioId, wish);
  }

  private static List<Entity> cast(JsonArray list, Fields config) {
    List<Entity> cast = new ArrayList<>();
    Set<EntityId> ids = new HashSet<>();
    for (int i = 0; i < list.elements().size(); i++) {
      Json element = list.elements().get(i);
      Optional<String> fault = Optional.of("Input should be a valid dictionary");
      if (element instanceof JsonObject object) {
        fault = add(object, cast, ids);
      }
      int index = i;
      fault.ifPresent(words -> config.refuse(CAST, index, words, element));
    }
    return cast;
  }

  private static Optional<String> add(JsonObject object, List<Entity> cast, Set<EntityId> ids) {
    try {
      Entity entity = Entity.from(object);
      cast.add(entity);
      return ids.add(entity.id())
          ? Optional.empty()
          : Optional.of("'" + entity.id() + "' is used twice as an id");
    } catch (InvalidStory invalid) {
      return Optional.of(Optional.ofNullable(invalid.getMessage()).orElse("is no entity"));
    }
  }
}
