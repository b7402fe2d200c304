package quietstories.app;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Everything that was set, checked and typed.
 *
 * @param database the SQLite file
 * @param trackPerformance whether timings are kept
 * @param traces the receiver of traces, if there is one
 * @param turnBudgetMs milliseconds to a turn's first visible text; empty for no budget
 */
public record Settings(
    DoorSettings door,
    Path database,
    NarratorSettings narrator,
    MemorySettings memory,
    ToolSettings tools,
    TrialSettings trials,
    boolean trackPerformance,
    Optional<URI> traces,
    OptionalLong turnBudgetMs,
    LogSettings log) {}
