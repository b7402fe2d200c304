/**
 * The roof: typed settings, the command line, logging and the wiring of all other rooms.
 *
 * <p>No rule of the game lives here. Start reading at {@link quietstories.app.Main}; what can be
 * set stands in one table, {@link quietstories.app.Setting}.
 */
@NullMarked
package quietstories.app;

import org.jspecify.annotations.NullMarked;
