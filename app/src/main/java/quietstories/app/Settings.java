package quietstories.app;

import java.nio.file.Path;

/**
 * Everything that was set, checked and typed.
 *
 * @param database the SQLite file
 * @param trackPerformance whether timings are kept
 */
public record Settings(
    DoorSettings door,
    Path database,
    NarratorSettings narrator,
    ToolSettings tools,
    TrialSettings trials,
    boolean trackPerformance,
    LogSettings log) {}
