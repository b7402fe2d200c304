package quietstories.providers;

/**
 * What all models of one server share.
 *
 * @param wire the way to it, with its open connections
 * @param gate how many calls it takes at once
 * @param breaker whether it is well
 */
record Server(Wire wire, Gate gate, Breaker breaker) {}
