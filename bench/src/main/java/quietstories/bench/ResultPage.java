package quietstories.bench;

import java.util.List;
import java.util.Locale;

/** All reports of a run as one HTML page that needs nothing beside itself. */
final class ResultPage {

  private static final String STYLE =
      "body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem}"
          + "table{border-collapse:collapse}td,th{padding:.2rem .8rem;text-align:left}"
          + "td.n{text-align:right;font-variant-numeric:tabular-nums}tr{border-bottom:1px solid #ddd}"
          + ".missed{color:#a00}svg{max-width:100%;height:auto}";

  private ResultPage() {}

  static String write(List<Report> reports, String machine) {
    StringBuilder page = new StringBuilder();
    page.append(
            "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>")
        .append("<meta charset=\"utf-8\"/><title>QuietStories, measured</title><style>")
        .append(STYLE)
        .append("</style></head>\n<body>\n<h1>QuietStories, measured</h1>\n<p>")
        .append(Markup.text(machine))
        .append("</p>\n");
    reports.forEach(report -> section(page, report));
    return page.append("</body>\n</html>\n").toString();
  }

  private static void section(StringBuilder page, Report report) {
    page.append("<h2>")
        .append(Markup.text(report.workload().wireName()))
        .append("</h2>\n<p>")
        .append(Markup.text(report.workload().description()))
        .append("</p>\n<table><tr><th>figure</th><th>value</th><th>limit</th></tr>\n");
    report.figures().forEach(figure -> row(page, figure));
    page.append("</table>\n");
    if (report.allSeries().values().stream().anyMatch(series -> series.count() > 0)) {
      page.append(PercentilePlot.draw(report.allSeries()));
    }
  }

  private static void row(StringBuilder page, Figure figure) {
    String limit =
        figure
            .limit()
            .map(
                bound ->
                    String.format(
                        Locale.ROOT,
                        "%s %.1f",
                        bound.least() ? "at least" : "at most",
                        bound.bound()))
            .orElse("");
    page.append(figure.isGood() ? "<tr>" : "<tr class=\"missed\">")
        .append("<td>")
        .append(Markup.text(figure.what()))
        .append("</td><td class=\"n\">")
        .append(String.format(Locale.ROOT, "%.3f %s", figure.value(), Markup.text(figure.unit())))
        .append("</td><td>")
        .append(limit)
        .append("</td></tr>\n");
  }
}
