/**
 * Keeps scenarios, sessions and settings in one SQLite file.
 *
 * <p>It implements the ports of the engine and of authoring and knows nothing of HTTP or models.
 * Each call is one transaction; writes queue inside the process, and a compare-and-set on the
 * session's revision guards against a second process. Start with {@link
 * quietstories.store.SqliteStore}; the tables are in {@code migrations/}.
 */
@NullMarked
package quietstories.store;

import org.jspecify.annotations.NullMarked;
