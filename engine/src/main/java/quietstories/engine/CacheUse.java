package quietstories.engine;

/**
 * How a cache is used.
 *
 * @param size how many entries it holds
 * @param most how many it may hold
 * @param hits how often what was looked for was there
 * @param misses how often it was not
 */
public record CacheUse(long size, long most, long hits, long misses) {

  /** Returns the share of look-ups that were hits, in percent; 0 without look-ups. */
  public double hitRate() {
    return hits + misses == 0 ? 0 : 100.0 * hits / (hits + misses);
  }
}
