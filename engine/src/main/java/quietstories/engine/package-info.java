/**
 * Plays one turn from start to finish, and owns the ports to everything that lies outside.
 *
 * <p>It knows no HTTP, no SQL and no vendor. Start with {@link quietstories.engine.TurnEngine},
 * which reads like the table in ARCHITECTURE.md.
 */
@NullMarked
package quietstories.engine;

import org.jspecify.annotations.NullMarked;
