package quietstories.bench;

import java.util.Optional;
import quietstories.json.JsonObject;

/** A number that a benchmark found, and its limit if it has one. */
record Figure(String what, double value, String unit, Optional<Limit> limit) {

  /**
   * What a number must keep to.
   *
   * @param least whether the bound is the least instead of the most that is good
   */
  record Limit(double bound, boolean least) {

    boolean isKept(double value) {
      return least ? value >= bound : value <= bound;
    }
  }

  boolean isGood() {
    return limit.map(bound -> bound.isKept(value)).orElse(true);
  }

  JsonObject json() {
    JsonObject.Builder json =
        JsonObject.builder().put("what", what).put("value", value).put("unit", unit);
    limit.ifPresent(
        bound ->
            json.put(bound.least() ? "at_least" : "at_most", bound.bound()).put("good", isGood()));
    return json.build();
  }
}
