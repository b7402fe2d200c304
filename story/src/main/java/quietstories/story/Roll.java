package quietstories.story;

import quietstories.json.JsonObject;

/**
 * A roll that was made.
 *
 * @param request what was asked for
 * @param die the number of faces
 * @param roll what the die showed, 1 to {@code die}
 * @param modifier what was added to it
 */
public record Roll(RollRequest request, int die, int roll, int modifier) {

  private static final long MOST = 1_000_000;

  public Roll {
    if (roll < 1 || roll > die) {
      throw new InvalidStory("roll", roll + " cannot fall on a die with " + die + " faces");
    }
  }

  /** Returns roll and modifier together. */
  public int total() {
    return roll + modifier;
  }

  /** Returns whether the total reaches the difficulty. */
  public boolean success() {
    return total() >= request.difficulty();
  }

  /** Returns how far the total lies from the difficulty, never negative. */
  public int margin() {
    return Math.abs(total() - request.difficulty());
  }

  /** Returns the form of the {@code verdict} event. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("kind", request.kind())
        .putText("target", request.target())
        .put("difficulty", request.difficulty())
        .put("die", die)
        .put("roll", roll)
        .put("modifier", modifier)
        .put("total", total())
        .put("success", success())
        .put("margin", margin())
        .build();
  }

  /** Reads the form that {@link #toJson} writes. */
  public static Roll from(JsonObject json) {
    return new Roll(
        RollRequest.from(json),
        Required.count(json, "die"),
        Required.count(json, "roll"),
        Math.toIntExact(Math.clamp(Required.integer(json, "modifier"), -MOST, MOST)));
  }
}
