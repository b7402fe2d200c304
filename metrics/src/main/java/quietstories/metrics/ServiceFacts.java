package quietstories.metrics;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import quietstories.engine.Measurements;

/**
 * What the server itself can tell, asked anew for each page.
 *
 * @param version of the program
 * @param measurements the exact figures
 * @param modelReady whether the narrator can be asked now
 * @param logLinesLost since the start
 * @param spansLost since the start
 */
public record ServiceFacts(
    String version,
    Measurements measurements,
    BooleanSupplier modelReady,
    LongSupplier logLinesLost,
    LongSupplier spansLost) {}
