/**
 * The narrator's tools and the runner that runs them: reads in parallel, writes staged in order.
 *
 * <p>Knows neither the engine that calls it nor the doors. Start with {@link
 * quietstories.tools.Tool} and {@link quietstories.tools.Workbench}, which runs them.
 */
@NullMarked
package quietstories.tools;

import org.jspecify.annotations.NullMarked;
