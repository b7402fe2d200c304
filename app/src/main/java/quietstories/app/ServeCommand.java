package quietstories.app;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the server until the process is told to stop. */
final class ServeCommand {

  private final PrintStream out;
  private final PrintStream err;

  ServeCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Returns 1 with one line on the terminal if the server cannot start; otherwise never. */
  int run(Settings settings) {
    try {
      Logging logging = Logging.open(settings.log(), err, InstantSource.system());
      return start(settings, logging);
    } catch (StartFailure e) {
      err.println(e.getMessage());
      return 1;
    }
  }

  private int start(Settings settings, Logging logging) {
    Logger log = LoggerFactory.getLogger(ServeCommand.class);
    Application application;
    try {
      application = Wiring.start(settings, logging::lost);
    } catch (RuntimeException e) {
      // why: the top of the main thread; whatever it was, the user gets a sentence and no stack.
      log.atError().addMarker(LogLine.FILES_ONLY).setCause(e).log("The server could not start");
      logging.close();
      err.println(StartFault.explain(e, settings));
      return 1;
    }
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("stop")
                .unstarted(
                    () -> {
                      application.close();
                      log.atInfo().log("The server has stopped");
                      logging.close();
                    }));
    log.atInfo()
        .addKeyValue("address", application.address())
        .addKeyValue("narrator", application.narrator())
        .addKeyValue("version", Version.NUMBER)
        .log("The server is ready");
    announce(application, settings);
    return waitForever();
  }

  private void announce(Application application, Settings settings) {
    Path logs = settings.log().directory().resolve("app.log").toAbsolutePath().normalize();
    out.println("QuietStories " + Version.NUMBER + " is ready at " + application.address());
    out.println("  narrator  " + PlainText.oneLine(application.narrator()));
    out.println("  stories   " + settings.database().toAbsolutePath().normalize());
    out.println("  logs      " + logs);
    out.println("Ctrl-C stops it.");
    out.flush();
  }

  /** The process ends through its shutdown hook, never from here. */
  private static int waitForever() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }
}
