/**
 * The narrator's tools and the runner that runs them: reads in parallel, writes staged in order.
 *
 * <p>Knows neither the engine that calls it nor the doors.
 */
@NullMarked
package quietstories.tools;

import org.jspecify.annotations.NullMarked;
