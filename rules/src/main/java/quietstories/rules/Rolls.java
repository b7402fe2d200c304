package quietstories.rules;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;
import quietstories.story.Entity;
import quietstories.story.Roll;
import quietstories.story.RollRequest;

/**
 * Resolves rolls: a die of 20 faces, or of N for the kind {@code dN} (2 to 1,000), plus the actor's
 * modifier. The modifier is the stat {@code <kind>_modifier}, or else {@code modifier}, plus half
 * of what the kind's ability exceeds 10 by, rounded down. An ability that is not written is 10.
 */
final class Rolls {

  private static final int USUAL_DIE = 20;
  private static final int MAX_DIE = 1_000;
  private static final int MAX_MODIFIER = 1_000;
  private static final double USUAL_ABILITY = 10;
  private static final Pattern DIE = Pattern.compile("1?d([0-9]{1,4})");
  private static final Map<String, List<String>> KINDS =
      Map.of(
          "charisma", List.of("persuasion", "diplomacy", "charm"),
          "strength", List.of("athletics", "climb", "swim"),
          "dexterity", List.of("stealth", "sleight_of_hand", "acrobatics"),
          "intelligence", List.of("investigation", "arcana", "history", "nature", "religion"));

  private Rolls() {}

  static Roll roll(RollRequest request, Optional<Entity> actor, Dice dice) {
    int die = die(request);
    return new Roll(request, die, dice.roll(die), modifier(request, actor));
  }

  static int die(RollRequest request) {
    Matcher matcher = DIE.matcher(kind(request));
    int faces = matcher.matches() ? Integer.parseInt(matcher.group(1)) : USUAL_DIE;
    return faces >= 2 && faces <= MAX_DIE ? faces : USUAL_DIE;
  }

  static int modifier(RollRequest request, Optional<Entity> actor) {
    String kind = kind(request);
    JsonObject stats =
        actor.flatMap(entity -> entity.more().object("stats")).orElse(JsonObject.EMPTY);
    double trained =
        stats
            .number(kind + "_modifier")
            .or(() -> stats.number("modifier"))
            .map(JsonNumber::value)
            .orElse(0.0);
    double ability =
        ability(kind).flatMap(stats::number).map(JsonNumber::value).orElse(USUAL_ABILITY);
    double modifier = Math.floor(trained) + Math.floor((ability - USUAL_ABILITY) / 2);
    return (int) Math.clamp(modifier, -MAX_MODIFIER, MAX_MODIFIER);
  }

  private static Optional<String> ability(String kind) {
    return KINDS.entrySet().stream()
        .filter(entry -> entry.getValue().contains(kind))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static String kind(RollRequest request) {
    return request.kind().strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
  }
}
