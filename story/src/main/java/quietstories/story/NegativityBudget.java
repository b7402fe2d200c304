package quietstories.story;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import quietstories.json.JsonNumber;

/**
 * How dangerous a scenario means to be.
 *
 * @param minFailRate the share of trials that should be lost, above 0 and at most 1
 * @param decayPerTurn path → the number that is added there at the end of each turn
 */
public record NegativityBudget(double minFailRate, Map<String, JsonNumber> decayPerTurn) {

  public NegativityBudget {
    decayPerTurn = Collections.unmodifiableMap(new LinkedHashMap<>(decayPerTurn));
    if (!(minFailRate > 0 && minFailRate <= 1)) {
      throw new InvalidStory("min_fail_rate", "must be above 0 and at most 1, not " + minFailRate);
    }
  }
}
