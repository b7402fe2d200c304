package quietstories.app;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Everything that was set, checked and typed.
 *
 * @param database the SQLite file
 * @param trackPerformance whether timings are kept
 * @param traces the receiver of traces, if there is one
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
    LogSettings log) {}
