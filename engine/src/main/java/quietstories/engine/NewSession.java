package quietstories.engine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import quietstories.json.JsonObject;
import quietstories.story.Entity;

/**
 * How a session shall begin.
 *
 * @param seed empty takes the scenario's
 * @param numCharacters how many entities get a generated background, 1 to 10
 * @param worldBackground whether a text that introduces the world is generated
 * @param entityBackgrounds whether backgrounds are generated
 * @param initialEntities replaces the scenario's cast
 * @param customState is merged over the scenario's state, one level deep
 * @param playerName becomes the name of the point-of-view entity
 */
public record NewSession(
    OptionalLong seed,
    int numCharacters,
    boolean worldBackground,
    boolean entityBackgrounds,
    Optional<List<Entity>> initialEntities,
    Optional<JsonObject> customState,
    Optional<String> playerName) {

  /** A session as a client gets it that asks for nothing special. */
  public static final NewSession DEFAULT =
      new NewSession(
          OptionalLong.empty(),
          3,
          true,
          true,
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public NewSession {
    initialEntities = initialEntities.map(List::copyOf);
    if (numCharacters < 1 || numCharacters > 10) {
      throw new IllegalArgumentException("numCharacters must be from 1 to 10");
    }
  }
}
