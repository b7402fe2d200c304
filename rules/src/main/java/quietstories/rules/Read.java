package quietstories.rules;

import quietstories.json.JsonPath;

/**
 * A place that an expression reads by a path that is written out.
 *
 * @param path the path as written
 * @param at where in the expression it is read
 * @param hasDefault whether the expression says what holds if nothing stands there
 * @param inner whether it is read of an element inside {@code map} and its kin
 */
record Read(String path, JsonPath at, boolean hasDefault, boolean inner) {}
