package quietstories.story;

import java.util.Optional;
import quietstories.json.JsonObject;

/**
 * A wish to roll dice.
 *
 * @param kind the skill or die, such as {@code athletics} or {@code d20}
 * @param target the id of the entity that the roll is about, if any
 * @param difficulty the total that succeeds
 */
public record RollRequest(String kind, Optional<String> target, int difficulty) {

  public RollRequest {
    if (kind.isBlank()) {
      throw new InvalidStory("roll.kind", "must not be blank");
    }
    if (difficulty < -1_000 || difficulty > 1_000) {
      throw new InvalidStory("roll.difficulty", "must be from -1000 to 1000");
    }
  }

  /** Returns the form {@code {"kind","target","difficulty"}}. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("kind", kind)
        .putText("target", target)
        .put("difficulty", difficulty)
        .build();
  }

  /**
   * Reads the form that {@link #toJson} writes; a numeric string is accepted as difficulty.
   *
   * @throws InvalidStory if the kind or the difficulty is missing or out of range
   */
  public static RollRequest from(JsonObject json) {
    String kind =
        json.text("kind").orElseThrow(() -> new InvalidStory("roll.kind", "must be a string"));
    return new RollRequest(kind, json.text("target"), difficulty(json));
  }

  private static int difficulty(JsonObject json) {
    Optional<Double> number = json.number("difficulty").map(n -> n.value());
    if (number.isEmpty()) {
      number = json.text("difficulty").filter(t -> t.matches("-?\\d{1,6}")).map(Double::valueOf);
    }
    double value =
        number
            .filter(n -> n == Math.rint(n) && Math.abs(n) <= 1_000)
            .orElseThrow(
                () ->
                    new InvalidStory(
                        "roll.difficulty", "must be a whole number from -1000 to 1000"));
    return (int) value;
  }
}
