package quietstories.story;

import java.time.Instant;
import quietstories.json.JsonObject;

/**
 * What the one player of this server likes to be called and prefers.
 *
 * @param playerName 1 to 100 characters
 */
public record PlayerSettings(
    String id, String playerName, JsonObject preferences, Instant createdAt, Instant updatedAt) {

  public PlayerSettings {
    int length = playerName.codePointCount(0, playerName.length());
    if (length < 1 || length > 100) {
      throw new InvalidStory("player_name", "must have 1 to 100 characters");
    }
  }
}
