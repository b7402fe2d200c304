package quietstories.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quietstories.story.Session;
import quietstories.story.SessionId;
import quietstories.story.Turn;

/** What another program has left behind, however it ended. */
final class KilledProgramTest {

  private static final int KILLS = 5;
  private static final SessionId ONE = new SessionId("one");

  @TempDir private Path directory;

  @Test
  void aProgramThatIsKilledLosesNoTurnThatItHasReported() throws Exception {
    Random random = new Random(1);
    for (int kill = 0; kill < KILLS; kill++) {
      int reported = killAfter(random.nextInt(1, 60), 1 + random.nextInt(2_000_000));

      checkThatNothingIsTorn(reported);
    }
  }

  @Test
  void aNameWithoutADirectoryIsAFileInTheWorkingDirectory() throws Exception {
    Process program = start("stories.db", 2);

    assertThat(program.inputReader(StandardCharsets.UTF_8).lines()).containsExactly("1", "2");
    assertThat(program.waitFor()).isZero();

    checkThatNothingIsTorn(2);
  }

  /** Returns the number of the last turn that was reported as stored. */
  private int killAfter(int turns, int nanoseconds) throws IOException, InterruptedException {
    Process program = start(directory.resolve("stories.db").toString(), Integer.MAX_VALUE);
    try (BufferedReader reports =
        new BufferedReader(
            new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
      int last = 0;
      for (int i = 0; i < turns; i++) {
        last = Integer.parseInt(reports.readLine());
      }
      long until = System.nanoTime() + nanoseconds;
      while (System.nanoTime() < until) {
        Thread.onSpinWait();
      }
      // why: the process itself would close the pipe, in which its last reports still lie.
      program.toHandle().destroyForcibly();
      List<String> rest = reports.lines().toList();
      // why: the very last line may be torn.
      if (rest.size() > 1) {
        last = Integer.parseInt(rest.get(rest.size() - 2));
      }
      program.waitFor();
      return last;
    } finally {
      program.destroyForcibly();
    }
  }

  private Process start(String file, int turns) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            // why: a killed program leaves the driver's native library where it unpacked it.
            "-Dorg.sqlite.tmpdir=" + directory,
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            AppendingProgram.class.getName(),
            file,
            String.valueOf(turns))
        .directory(directory.toFile())
        .redirectError(directory.resolve("errors.txt").toFile())
        .start();
  }

  private void checkThatNothingIsTorn(int reported) {
    try (SqliteStore store = SqliteStore.open(directory.resolve("stories.db"))) {
      String check =
          store
              .database()
              .read(h -> h.createQuery("PRAGMA integrity_check").mapTo(String.class).one());
      Session session = store.sessions().load(ONE).orElseThrow();
      List<Turn> turns = store.sessions().turns(ONE, 1, Integer.MAX_VALUE);

      assertThat(check).isEqualTo("ok");
      assertThat(store.sessions().lastTurn(ONE)).isGreaterThanOrEqualTo(reported);
      assertThat(session.turn()).isGreaterThanOrEqualTo(reported - 2);
      assertThat(session.revision()).isGreaterThanOrEqualTo(session.turn());
      assertThat(session.state().integer("storm")).hasValue(1 + session.turn());
      assertThat(turns)
          .extracting(Turn::number)
          .isEqualTo(IntStream.rangeClosed(1, session.turn()).boxed().toList());
    }
  }
}
