package quietstories.app;

/**
 * How a scenario's balance is tried.
 *
 * @param trials 1 to 100,000 games
 * @param minFailRate 0 to 1, the share that must be lost where the scenario does not say it
 */
public record TrialSettings(int trials, double minFailRate) {}
