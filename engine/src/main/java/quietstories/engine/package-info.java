/**
 * Plays one turn from start to finish, and owns the ports to everything that lies outside.
 *
 * <p>It knows no HTTP, no SQL and no vendor. Start with {@link quietstories.engine.TurnEngine},
 * which reads like the table in ARCHITECTURE.md. Around it:
 *
 * <ul>
 *   <li><b>The way to a turn and back:</b> {@link quietstories.engine.SessionMailbox}, {@code
 *       Replays}, {@code Round}, {@code Settlement}; {@link quietstories.engine.Sessions} begins
 *       stories, {@link quietstories.engine.TimeTravel} goes back in them.
 *   <li><b>The telling:</b> {@link quietstories.engine.Narrator} prepares a {@link
 *       quietstories.engine.Telling}; both narrators live in {@code quietstories.engine.telling}.
 *   <li><b>What the cast knows:</b> {@link quietstories.engine.Remembering} and what hangs on it:
 *       {@code Recaller} before the telling, {@code Scribe} after it, {@code Upkeep}, {@code
 *       Enrichment} and {@code Consolidating} beside it.
 *   <li><b>After the turn:</b> {@link quietstories.engine.AfterTurn}, then {@link
 *       quietstories.engine.Afterthoughts}; {@link quietstories.engine.Warmth} before the first.
 *   <li><b>The measuring:</b> {@code TurnClock} takes the times, {@link
 *       quietstories.engine.TurnBudget} lives within them; the ports {@link
 *       quietstories.engine.Measurements}, {@link quietstories.engine.Recording} and {@link
 *       quietstories.engine.TurnWatcher} hear of them.
 *   <li><b>The other ports:</b> {@link quietstories.engine.SessionStore}, {@link
 *       quietstories.engine.SettingsStore}, {@link quietstories.engine.ModelHealth}, {@link
 *       quietstories.engine.TurnListener}.
 * </ul>
 */
@NullMarked
package quietstories.engine;

import org.jspecify.annotations.NullMarked;
