package quietstories.rules;

import quietstories.json.Json;

/**
 * Why a condition does not hold.
 *
 * @param clause the smallest part that is false
 * @param words the same for players, without a full stop
 */
public record FalseClause(Json clause, String words) {}
