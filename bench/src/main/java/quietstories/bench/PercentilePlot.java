package quietstories.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Distributions as curves in SVG: to the right the percentile, each nine as wide as the one before
 * it; upwards milliseconds, each ten times as high as the one before.
 */
final class PercentilePlot {

  private static final int WIDTH = 860;
  private static final int HEIGHT = 320;
  private static final int LEFT = 70;
  private static final int BOTTOM = 30;
  private static final int LEGEND = 20;
  private static final double NINES = 3;
  private static final int STEPS = 120;
  private static final double LEAST = 0.001;
  private static final List<String> COLOURS =
      List.of("#1f5fa8", "#c0392b", "#27864a", "#8e44ad", "#b9770e", "#3b3b3b");

  private final double low;
  private final double high;

  private PercentilePlot(double low, double high) {
    this.low = low;
    this.high = high;
  }

  /** Returns the plot of those that hold anything. */
  static String draw(Map<String, Series> all) {
    List<Map.Entry<String, Series>> shown =
        all.entrySet().stream().filter(entry -> entry.getValue().count() > 0).toList();
    double most = shown.stream().mapToDouble(e -> e.getValue().at(100)).max().orElse(1);
    double least = shown.stream().mapToDouble(e -> e.getValue().at(0)).min().orElse(LEAST);
    double low = Math.floor(Math.log10(Math.max(least, LEAST)));
    double high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(most, LEAST))));
    return new PercentilePlot(low, high).svg(shown);
  }

  private String svg(List<Map.Entry<String, Series>> shown) {
    int height = HEIGHT + BOTTOM + LEGEND * shown.size();
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" font-size=\"12\">"
            .formatted(WIDTH, height));
    svg.append("<title>Milliseconds by percentile</title>\n");
    for (int power = (int) low; power <= high; power++) {
      grid(svg, LEFT, y(Math.pow(10, power)), WIDTH, y(Math.pow(10, power)));
      label(svg, 4, y(Math.pow(10, power)) + 4, Math.pow(10, power) + " ms");
    }
    for (double percent : new double[] {0, 50, 90, 99, 99.9}) {
      grid(svg, x(percent), 0, x(percent), HEIGHT);
      label(svg, x(percent) - (percent > 99 ? 34 : 0), HEIGHT + 16, percent + " %");
    }
    for (int i = 0; i < shown.size(); i++) {
      curve(svg, shown.get(i), i);
    }
    return svg.append("</svg>\n").toString();
  }

  private void curve(StringBuilder svg, Map.Entry<String, Series> entry, int index) {
    String colour = COLOURS.get(index % COLOURS.size());
    String points =
        IntStream.rangeClosed(0, STEPS)
            .mapToDouble(step -> 100 * (1 - Math.pow(10, -NINES * step / STEPS)))
            .mapToObj(percent -> point(x(percent), y(entry.getValue().at(percent))))
            .collect(Collectors.joining(" "));
    svg.append(
        "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" points=\"%s\"/>\n"
            .formatted(colour, points));
    int y = HEIGHT + BOTTOM + LEGEND * index;
    svg.append(
        "<rect x=\"%d\" y=\"%d\" width=\"12\" height=\"12\" fill=\"%s\"/>"
            .formatted(LEFT, y, colour));
    label(svg, LEFT + 18, y + 11, entry.getKey() + " (" + entry.getValue().count() + ")");
  }

  private static double x(double percent) {
    double nines = Math.min(NINES, -Math.log10(Math.max(1e-9, 1 - percent / 100)));
    return LEFT + nines / NINES * (WIDTH - LEFT);
  }

  private double y(double millis) {
    double place = (Math.log10(Math.max(millis, LEAST)) - low) / (high - low);
    return HEIGHT - Math.clamp(place, 0, 1) * (HEIGHT - 10);
  }

  private static String point(double x, double y) {
    return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
  }

  private static void grid(StringBuilder svg, double x1, double y1, double x2, double y2) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>%n",
            x1,
            y1,
            x2,
            y2));
  }

  private static void label(StringBuilder svg, double x, double y, String words) {
    svg.append(
        String.format(
            Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\">%s</text>%n", x, y, Markup.text(words)));
  }
}
