package quietstories.rules;

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
 * Rolls dice for skills: a d20, unless the kind names another die such as {@code d6}, plus the
 * actor's modifier. The modifier is the stat {@code <kind>_modifier} plus half of what the skill's
 * ability is above 10, rounded down.
 */
final class Checks {

  private static final int USUAL_DIE = 20;
  private static final int USUAL_ABILITY = 10;
  private static final int LARGEST = 1_000;
  private static final Pattern DIE = Pattern.compile("(?:1)?d(\\d{1,4})");

  private static final Map<String, String> ABILITIES =
      Map.ofEntries(
          Map.entry("persuasion", "charisma"),
          Map.entry("diplomacy", "charisma"),
          Map.entry("charm", "charisma"),
          Map.entry("athletics", "strength"),
          Map.entry("climb", "strength"),
          Map.entry("swim", "strength"),
          Map.entry("stealth", "dexterity"),
          Map.entry("sleight_of_hand", "dexterity"),
          Map.entry("acrobatics", "dexterity"),
          Map.entry("investigation", "intelligence"),
          Map.entry("arcana", "intelligence"),
          Map.entry("history", "intelligence"),
          Map.entry("nature", "intelligence"),
          Map.entry("religion", "intelligence"));

  private Checks() {}

  static Roll roll(RollRequest request, Optional<Entity> actor, Dice dice) {
    String kind = request.kind().strip().toLowerCase(Locale.ROOT).replace(' ', '_');
    int die = die(kind);
    JsonObject stats =
        actor.flatMap(entity -> entity.more().object("stats")).orElse(JsonObject.EMPTY);
    return new Roll(request, die, dice.roll(die), modifier(kind, stats));
  }

  private static int die(String kind) {
    Matcher matcher = DIE.matcher(kind);
    int faces = matcher.matches() ? Integer.parseInt(matcher.group(1)) : USUAL_DIE;
    return Math.clamp(faces, 2, LARGEST);
  }

  private static int modifier(String kind, JsonObject stats) {
    String ability = ABILITIES.getOrDefault(kind, kind);
    int own = stat(stats, kind + "_modifier", 0);
    return own + Math.floorDiv(stat(stats, ability, USUAL_ABILITY) - USUAL_ABILITY, 2);
  }

  private static int stat(JsonObject stats, String name, int otherwise) {
    double value = stats.number(name).map(JsonNumber::value).orElse((double) otherwise);
    return (int) Math.clamp(value, -LARGEST, LARGEST);
  }
}
