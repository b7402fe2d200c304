/**
 * One neutral tree for everything that is JSON: state, specs, wire bodies, model answers.
 *
 * <p>A tree never changes. A change by path gives a new root that shares every untouched branch
 * with the old one. Nothing in here knows stories, HTTP or models. Start with {@link
 * quietstories.json.Json}.
 */
@NullMarked
package quietstories.json;

import org.jspecify.annotations.NullMarked;
