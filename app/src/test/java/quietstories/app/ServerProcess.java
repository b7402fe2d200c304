package quietstories.app;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The whole program in a process of its own, which a test can kill. */
final class ServerProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final String url;
  private final Path folder;

  private ServerProcess(Process process, String url, Path folder) {
    this.process = process;
    this.url = url;
    this.folder = folder;
  }

  /** Starts the program in {@code folder} and waits until it answers. */
  static ServerProcess start(Path folder, Map<String, String> settings) throws Exception {
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx400m"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "quietstories.app.Main"));
    command.addAll(List.of("--port", String.valueOf(port)));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(settings);
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("out.txt").toFile());
    ServerProcess server = new ServerProcess(builder.start(), "http://127.0.0.1:" + port, folder);
    try {
      server.awaitHealth();
    } catch (IllegalStateException e) {
      server.close();
      throw new IllegalStateException(Files.readString(folder.resolve("out.txt")), e);
    }
    return server;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void awaitHealth() throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/health")).build();
      while (System.nanoTime() < deadline && process.isAlive()) {
        try {
          if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
            return;
          }
        } catch (IOException e) {
          // why: nobody listens yet; the loop's condition ends the waiting.
          process.waitFor(20, TimeUnit.MILLISECONDS);
        }
      }
    }
    throw new IllegalStateException("the server did not become ready");
  }

  String url() {
    return url;
  }

  /** Returns the folder in which it runs, with its logs and its database. */
  Path folder() {
    return folder;
  }

  /** Ends the process as a power cut would: without asking it. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
