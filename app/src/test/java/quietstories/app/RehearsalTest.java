package quietstories.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RehearsalTest {

  @Test
  void theTrainingRunPlaysAndLeavesNothingToSay() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    assertThat(new TrainCommand(new PrintStream(err, true, StandardCharsets.UTF_8)).run()).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }
}
