package quietstories.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import quietstories.story.Memory;
import quietstories.story.RelationshipType;

/** Two hundred labelled sentences: those in even places were tuned with, the others held out. */
class CueReaderTest {

  @Test
  void atLeastEightyFiveOfAHundredAreRightInBothHalves() throws IOException {
    List<String> lines = lines();
    assertThat(lines).hasSize(200);
    for (int half = 0; half < 2; half++) {
      int first = half;
      List<String> wrong = new ArrayList<>();
      IntStream.range(0, lines.size())
          .filter(i -> i % 2 == first)
          .mapToObj(lines::get)
          .filter(line -> !isRight(line))
          .forEach(wrong::add);
      System.out.println(
          (half == 0 ? "tuned: " : "held out: ") + (100 - wrong.size()) + " " + wrong);
      assertThat(wrong).hasSizeLessThanOrEqualTo(15);
    }
  }

  private static boolean isRight(String line) {
    String[] parts = line.split(" ", 3);
    CueReader.Reading reading = CueReader.read(parts[2]);
    String sign = reading.sentiment() > 0.2 ? "+" : reading.sentiment() < -0.2 ? "-" : "0";
    return sign.equals(parts[1]) && reading.type().wireName().equals(parts[0]);
  }

  @Test
  void trustInARescuerIsFriendshipAndFearOfATraitorIsEnmity() {
    CueReader.Reading rescued = CueReader.read("I trust Tobin, who rescued me from the sea");
    assertThat(rescued.type()).isEqualTo(RelationshipType.FRIENDSHIP);
    assertThat(rescued.sentiment()).isPositive();
    CueReader.Reading betrayed = CueReader.read("I fear Tobin after the betrayal");
    assertThat(betrayed.type()).isEqualTo(RelationshipType.ADVERSARIAL);
    assertThat(betrayed.sentiment()).isNegative();
  }

  @Test
  void nothingIsSaidAboutNobody() {
    Memory alone = Minds.secret("m", "Mira", "I trust the sea", 1);
    assertThat(Relations.readFrom(alone)).isEmpty();
  }

  private static List<String> lines() throws IOException {
    try (InputStream in = CueReaderTest.class.getResourceAsStream("sentences.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
