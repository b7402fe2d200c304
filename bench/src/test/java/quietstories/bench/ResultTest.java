package quietstories.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import quietstories.json.JsonObject;
import quietstories.json.JsonReader;

class ResultTest {

  private static final String NASTY = "<script>\"&'\u0001]]>";

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Report report =
      new Report(Workload.PLAY, false, new PrintStream(printed, true, StandardCharsets.UTF_8));

  @BeforeEach
  void measure() {
    report.atMost(NASTY, 1, "ms", 2);
    report.atLeast("ratio", 3, "x", 15);
    for (int i = 1; i <= 1_000; i++) {
      report.series(NASTY).addNanos(i * 1_000_000L);
    }
  }

  @Test
  void theTableSaysWhichLimitWasMissed() {
    assertThat(printed.toString(StandardCharsets.UTF_8).lines())
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).contains("at most 2.0 ok"))
        .anySatisfy(line -> assertThat(line).contains("ratio", "3.000", "at least 15.0 MISSED"));
    assertThat(report.isGood()).isFalse();
  }

  @Test
  void thePageIsWellFormedShowsEverythingAndLoadsNothing(@TempDir Path folder) throws Exception {
    Main.write(folder, List.of(report), NASTY);
    byte[] page = Files.readAllBytes(folder.resolve("index.html"));
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(page));
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    assertThat(document.getElementsByTagName("polyline").getLength()).isEqualTo(1);
    assertThat(document.getElementsByTagName("tr").getLength()).isEqualTo(3);
    assertThat(new String(page, StandardCharsets.UTF_8)).doesNotContain("src=", "href=");
  }

  @Test
  void theJsonHasTheShapeOfAServersMetricsWithTheWholeDistribution(@TempDir Path folder)
      throws Exception {
    Main.write(folder, List.of(report), "a machine");
    JsonObject json = (JsonObject) JsonReader.read(Files.readString(folder.resolve("play.json")));
    JsonObject metrics = json.object("metrics").orElseThrow();
    assertThat(metrics.members().keySet())
        .containsExactly("llm_calls", "tool_executions", "turn_processing");
    JsonObject named =
        metrics
            .object("turn_processing")
            .flatMap(turns -> turns.object("by_name"))
            .flatMap(names -> names.object(NASTY))
            .orElseThrow();
    byte[] bytes = Base64.getDecoder().decode(named.text("histogram").orElseThrow());
    Histogram micros = Histogram.decodeFromByteBuffer(ByteBuffer.wrap(bytes), 0);
    assertThat(micros.getTotalCount()).isEqualTo(1_000);
    assertThat(named.number("p50_ms").orElseThrow().value()).isBetween(499.0, 501.0);
    assertThat(micros.getValueAtPercentile(50)).isBetween(499_000L, 501_000L);
  }
}
