package quietstories.providers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import quietstories.testkit.ModelServer;
import quietstories.testkit.Reply;

/**
 * Compares the two wires on one machine: a whole exchange with an instant server, and many streams
 * at once. Run it by hand; what it prints is kept in the decision record on the sockets.
 */
public final class WireTimings {

  private static final int CALLS = 2_000;
  private static final int STREAMS = 500;
  private static final String BODY =
      "{\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"Hello.\"}]}";

  private WireTimings() {}

  /** Prints medians and tails, in microseconds. */
  public static void main(String[] args) throws IOException {
    try (ModelServer server = ModelServer.start()) {
      URI base = URI.create(server.url());
      Map<String, Wire> wires =
          Map.of(
              "socket", new SocketWire(base, Duration.ofSeconds(5)),
              "client", new ClientWire(base, Duration.ofSeconds(5)));
      for (int round = 0; round < 3; round++) {
        for (Map.Entry<String, Wire> wire : wires.entrySet()) {
          server.always(Reply.text("Once upon a time."));
          print(wire.getKey() + " exchange", exchanges(wire.getValue(), base));
          server.always(Reply.text("word".repeat(60)).every(Duration.ofMillis(80)));
          streams(wire.getKey(), wire.getValue(), base);
        }
      }
    }
  }

  private static List<Long> exchanges(Wire wire, URI base) throws IOException {
    List<Long> micros = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      long start = System.nanoTime();
      answer(wire, base);
      micros.add((System.nanoTime() - start) / 1_000);
    }
    return micros;
  }

  private static void answer(Wire wire, URI base) throws IOException {
    WireRequest request =
        new WireRequest(URI.create(base + "/chat/completions"), Map.of(), Optional.of(BODY));
    Arriving answer = new Arriving(_ -> {}, "call_", new AtomicBoolean(), System::nanoTime);
    try (Exchange exchange = wire.send(request, new Line())) {
      new StreamedObjects(new ChatReader(answer), () -> {}).read(exchange.body());
    }
  }

  private static void streams(String name, Wire wire, URI base) {
    long cpu = cpu();
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Void>> all = new ArrayList<>();
      for (int i = 0; i < STREAMS; i++) {
        all.add(
            CompletableFuture.runAsync(
                () -> {
                  try {
                    answer(wire, base);
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                },
                threads));
      }
      CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
    }
    System.out.printf(
        "%s %d streams: %d ms, %d ms of processor time (server included)%n",
        name, STREAMS, (System.nanoTime() - start) / 1_000_000, (cpu() - cpu) / 1_000_000);
  }

  private static long cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
  }

  private static void print(String name, List<Long> micros) {
    long[] sorted = micros.stream().mapToLong(Long::longValue).sorted().toArray();
    System.out.printf(
        "%s: median %d us, 99 %% below %d us%n",
        name, sorted[sorted.length / 2], sorted[sorted.length * 99 / 100]);
  }
}
