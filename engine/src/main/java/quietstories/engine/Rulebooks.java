package quietstories.engine;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import quietstories.rules.Rulebook;
import quietstories.story.ScenarioSpec;

/**
 * Keeps the compiled rules of the scenarios that are being played. A scenario's rules are compiled
 * once and forgotten when no session in memory refers to the scenario any more.
 */
public final class Rulebooks {

  private static final int MOST = 1_000;

  // why: a store hands out one instance for each scenario, and comparing specs by content would
  // cost more than compiling them; weak keys compare by identity.
  private final LoadingCache<ScenarioSpec, Rulebook> compiled =
      Caffeine.newBuilder().weakKeys().maximumSize(MOST).build(Rulebook::compile);

  /** Returns the compiled rules of {@code spec}. */
  public Rulebook of(ScenarioSpec spec) {
    return compiled.get(spec);
  }
}
