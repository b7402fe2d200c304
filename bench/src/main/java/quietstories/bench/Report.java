package quietstories.bench;

import java.util.Locale;

/** Prints figures beside their limits. */
final class Report {

  private final String name;
  private final boolean smoke;
  private boolean good = true;

  Report(String name, boolean smoke) {
    this.name = name;
    this.smoke = smoke;
  }

  /** Prints a figure that has no limit. */
  void figure(String what, double value, String unit) {
    print(what, value, unit, "");
  }

  /** Prints a figure that must not exceed its limit. */
  void atMost(String what, double value, String unit, double limit) {
    boolean kept = value <= limit;
    good &= kept;
    String verdict = smoke ? "" : kept ? " ok" : " MISSED";
    print(what, value, unit, String.format(Locale.ROOT, "limit %.1f%s", limit, verdict));
  }

  private void print(String what, double value, String unit, String more) {
    System.out.printf(Locale.ROOT, "%-9s %-46s %10.3f %-4s %s%n", name, what, value, unit, more);
  }

  /** Returns whether every limit was kept; a smoke run has none. */
  boolean isGood() {
    return good || smoke;
  }
}
