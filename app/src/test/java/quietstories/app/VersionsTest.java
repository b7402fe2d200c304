package quietstories.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A build of tomorrow takes the libraries of today. */
class VersionsTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern VERSION =
      Pattern.compile("<(?:version|[a-z0-9.-]+\\.version)>([^<]+)</");

  @Test
  void everyVersionIsWrittenDown() throws IOException {
    List<String> versions = new ArrayList<>();
    for (Path pom : poms()) {
      VERSION
          .matcher(Files.readString(pom))
          .results()
          .forEach(found -> versions.add(found.group(1)));
    }
    assertThat(versions)
        .hasSizeGreaterThan(40)
        .allMatch(version -> version.matches("\\d[\\w.-]*|\\$\\{[\\w.-]+}"))
        .noneMatch(version -> version.endsWith("SNAPSHOT"));
  }

  private static List<Path> poms() throws IOException {
    try (Stream<Path> rooms = Files.list(ROOT)) {
      return Stream.concat(Stream.of(ROOT.resolve("pom.xml")), rooms.map(r -> r.resolve("pom.xml")))
          .filter(Files::exists)
          .toList();
    }
  }
}
