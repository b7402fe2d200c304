package quietstories.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The figures and the distributions of one benchmark; figures are printed as they come. */
final class Report {

  private final Workload workload;
  private final boolean smoke;
  private final PrintStream out;
  private final List<Figure> figures = new ArrayList<>();
  private final Map<String, Series> series = new LinkedHashMap<>();

  Report(Workload workload, boolean smoke, PrintStream out) {
    this.workload = workload;
    this.smoke = smoke;
    this.out = out;
  }

  /** Notes a figure that has no limit. */
  void figure(String what, double value, String unit) {
    add(new Figure(what, value, unit, Optional.empty()));
  }

  /** Notes a figure that must not exceed its limit. */
  void atMost(String what, double value, String unit, double limit) {
    add(new Figure(what, value, unit, Optional.of(new Figure.Limit(limit, false))));
  }

  /** Notes a figure that must not fall below its limit. */
  void atLeast(String what, double value, String unit, double limit) {
    add(new Figure(what, value, unit, Optional.of(new Figure.Limit(limit, true))));
  }

  /** Returns the distribution of that name, a new one at first. */
  Series series(String name) {
    return series.computeIfAbsent(name, _ -> new Series());
  }

  private void add(Figure figure) {
    figures.add(figure);
    out.printf(
        Locale.ROOT,
        "%-9s %-52s %10.3f %-4s %s%n",
        workload.wireName(),
        figure.what(),
        figure.value(),
        figure.unit(),
        figure.limit().map(limit -> words(figure, limit)).orElse(""));
  }

  private String words(Figure figure, Figure.Limit limit) {
    String verdict = smoke ? "" : figure.isGood() ? " ok" : " MISSED";
    String kind = limit.least() ? "at least" : "at most";
    return String.format(Locale.ROOT, "%s %.1f%s", kind, limit.bound(), verdict);
  }

  /** Returns whether every limit was kept; a smoke run has none. */
  boolean isGood() {
    return smoke || figures.stream().allMatch(Figure::isGood);
  }

  Workload workload() {
    return workload;
  }

  List<Figure> figures() {
    return List.copyOf(figures);
  }

  /** Returns the distributions by name, in the order in which they were begun. */
  Map<String, Series> allSeries() {
    return new LinkedHashMap<>(series);
  }
}
