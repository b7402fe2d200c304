package quietstories.rules;

import quietstories.json.Json;

/**
 * Why a condition does not hold.
 *
 * @param clause the smallest part that is false, as it was written
 * @param words the same for a player, with the values that were seen: {@code player.gold is 3, but
 *     at least 10 is needed}
 */
public record FalseClause(Json clause, String words) {}
