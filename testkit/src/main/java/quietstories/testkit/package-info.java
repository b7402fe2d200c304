/**
 * Doubles for tests and benchmarks: above all a model server over real sockets that misbehaves on
 * purpose.
 *
 * <p>Knows JSON and no other room, so that every room may use it. Start with {@link
 * quietstories.testkit.ModelServer}.
 */
@NullMarked
package quietstories.testkit;

import org.jspecify.annotations.NullMarked;
