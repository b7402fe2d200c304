package quietstories.story;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a scenario narrows what its narrator may change.
 *
 * @param protectedPaths places that only the rules change, with all that lies below them
 * @param bounds path → the range in which a number must stay
 * @param maxStep path → the largest difference that one turn's proposals may make, above 0
 */
public record NarratorRules(
    List<String> protectedPaths, Map<String, Bounds> bounds, Map<String, Double> maxStep) {

  /** The rules of a scenario that has none of its own. */
  public static final NarratorRules NONE = new NarratorRules(List.of(), Map.of(), Map.of());

  public NarratorRules {
    protectedPaths = List.copyOf(protectedPaths);
    bounds = Collections.unmodifiableMap(new LinkedHashMap<>(bounds));
    maxStep = Collections.unmodifiableMap(new LinkedHashMap<>(maxStep));
  }

  /** A closed range of numbers. */
  public record Bounds(double min, double max) {

    public Bounds {
      if (!(min <= max)) {
        throw new InvalidStory("bounds", "min must not exceed max");
      }
    }
  }
}
