package quietstories.testkit;

/** An answer that a simulated model gives as soon as it has a free place. */
record Simulated(SimulatedModel model) implements Reply {}
