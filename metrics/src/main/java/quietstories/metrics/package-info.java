/**
 * Where each millisecond went: listens to turns and model calls through their ports and keeps what
 * they took. No other room knows it. Start with {@link quietstories.metrics.Meter}.
 */
@NullMarked
package quietstories.metrics;

import org.jspecify.annotations.NullMarked;
