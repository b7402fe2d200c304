package quietstories.bench;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program under test in a process of its own, started by the script that users start. */
final class Server implements AutoCloseable {

  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(4);
  private static final double NANOS_PER_MILLI = 1e6;

  private final Process process;
  private final String url;
  private final double readyMillis;

  private Server(Process process, String url, double readyMillis) {
    this.process = process;
    this.url = url;
    this.readyMillis = readyMillis;
  }

  /** Starts it with these settings over those of the environment. */
  static Server start(Map<String, String> settings) throws IOException, InterruptedException {
    return start(settings, Files.createTempDirectory("quietstories-bench"));
  }

  /** Starts it with the model that the environment and the file {@code .env} here name. */
  static Server startConfigured() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("quietstories-bench");
    Path settings = Path.of(".env");
    if (Files.exists(settings)) {
      Files.copy(settings, folder.resolve(".env"));
    }
    return start(Map.of("DATABASE_PATH", "bench.db"), folder);
  }

  private static Server start(Map<String, String> settings, Path directory)
      throws IOException, InterruptedException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    Path script =
        Path.of(System.getProperty("quietstories.home", "."), "quietstories").toAbsolutePath();
    File folder = directory.toFile();
    ProcessBuilder builder =
        new ProcessBuilder(script.toString(), "--port", String.valueOf(port)).directory(folder);
    builder.environment().putAll(settings);
    Path said = directory.resolve("out.txt");
    builder.redirectErrorStream(true).redirectOutput(said.toFile());
    long start = System.nanoTime();
    Process process = builder.start();
    String url = "http://127.0.0.1:" + port;
    if (!answers(process, url, start)) {
      process.destroy();
      throw new IOException("the server did not become ready; it said: " + Files.readString(said));
    }
    return new Server(process, url, (System.nanoTime() - start) / NANOS_PER_MILLI);
  }

  private static boolean answers(Process process, String url, long start)
      throws InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/health")).build();
      while (process.isAlive() && System.nanoTime() - start < PATIENCE) {
        try {
          client.send(request, HttpResponse.BodyHandlers.discarding());
          return true;
        } catch (IOException e) {
          // why: nobody listens yet; the loop's condition ends the waiting.
          process.waitFor(5, TimeUnit.MILLISECONDS);
        }
      }
    }
    return false;
  }

  String url() {
    return url;
  }

  /** Returns the time from the start of the script to the first answer. */
  double readyMillis() {
    return readyMillis;
  }

  /** Returns the processor time that it has used until now. */
  double processorSeconds() {
    return process.info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
  }

  /** Returns the memory that is resident now, where the system tells it. */
  double residentMebibytes() throws IOException {
    Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmRSS:")) {
        return Double.parseDouble(line.replaceAll("\\D", "")) / 1024;
      }
    }
    throw new IOException("this system does not tell what is resident");
  }

  @Override
  public void close() {
    process.destroy();
    process
        .onExit()
        .completeOnTimeout(process, 20, TimeUnit.SECONDS)
        .thenAccept(Process::destroyForcibly)
        .join();
  }
}
