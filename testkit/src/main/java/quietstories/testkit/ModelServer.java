package quietstories.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import quietstories.json.Json;
import quietstories.json.JsonLimits;
import quietstories.json.JsonObject;
import quietstories.json.JsonReadException;
import quietstories.json.JsonReader;

/**
 * A server that speaks the chat-completions protocol, Ollama's own and Anthropic's on a free port
 * of the loopback interface and answers as its script says.
 *
 * <p>It serves {@code GET /v1/models}, {@code POST /v1/chat/completions} (streamed and plain),
 * {@code POST /api/chat}, {@code POST /v1/messages}, {@code GET /props}, {@code POST /api/show} and
 * {@code GET /health}. Blocking code on virtual threads, two for each connection: a thousand
 * streams at once are no trouble. Safe for use by many threads.
 */
public final class ModelServer implements AutoCloseable {

  private final ServerSocket listening;
  private final ServerTraits traits;
  private final Thread accepting =
      Thread.ofPlatform().daemon().name("model-server").unstarted(this::acceptAll);
  private final Holds holds = new Holds();
  private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger peak = new AtomicInteger();
  private volatile Function<JsonObject, Reply> script = _ -> Reply.text("Once upon a time.");

  private ModelServer(ServerSocket listening, ServerTraits traits) {
    this.listening = listening;
    this.traits = traits;
  }

  /** Starts a server that presents itself as llama.cpp's. */
  public static ModelServer start() {
    return start(ServerTraits.LLAMA_SERVER);
  }

  /** Starts a server with these traits. */
  public static ModelServer start(ServerTraits traits) {
    return start(traits, 0);
  }

  /**
   * Starts a server on a port of its own choice or on {@code port} if that is not 0.
   *
   * @throws UncheckedIOException if the port is taken
   */
  public static ModelServer start(ServerTraits traits, int port) {
    try {
      ServerSocket listening = new ServerSocket();
      listening.setReuseAddress(true);
      listening.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 4_096);
      ModelServer server = new ModelServer(listening, traits);
      server.accepting.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the base URL of the protocol, which ends in {@code /v1}. */
  public String url() {
    return "http://127.0.0.1:" + port() + "/v1";
  }

  /** Returns the port it listens on. */
  public int port() {
    return listening.getLocalPort();
  }

  /** Sets how chat requests are answered from now on; the function is called by many threads. */
  public void script(Function<JsonObject, Reply> script) {
    this.script = script;
  }

  /** Answers every chat request with {@code reply} from now on. */
  public void always(Reply reply) {
    script(_ -> reply);
  }

  /** Answers with {@code replies} one after another, and with the last of them ever after. */
  public void inTurn(Reply... replies) {
    List<Reply> all = List.of(replies);
    AtomicInteger next = new AtomicInteger();
    script(_ -> all.get(Math.min(next.getAndIncrement(), all.size() - 1)));
  }

  /** Returns the chat requests so far, in order of arrival. */
  public List<RecordedRequest> requests() {
    return List.copyOf(requests);
  }

  /** Returns how many connections were accepted so far. */
  public int connections() {
    return connections.get();
  }

  /** Returns how many chat requests were answered at once at the most. */
  public int peak() {
    return peak.get();
  }

  /** Lets every reply that stalls now go on. */
  public void release() {
    holds.release();
  }

  /** Stops listening and closes every connection. */
  @Override
  public void close() {
    try {
      listening.close();
      // why: the port is free only once the thread that waited for connections has left it.
      accepting.join();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void acceptAll() {
    try {
      while (!listening.isClosed()) {
        Socket socket = listening.accept();
        connections.incrementAndGet();
        open.add(socket);
        Connection connection = new Connection(socket, this::answer);
        Thread.ofVirtual()
            .start(
                () -> {
                  connection.run();
                  open.remove(socket);
                });
      }
    } catch (IOException e) {
      // why: closing the server ends the wait for the next connection in this way.
    }
  }

  private void answer(HttpRequest request, HttpResponse response, Connection.Watched watched)
      throws IOException, InterruptedException {
    if (!accepted(request)) {
      refuse(response, 401);
      return;
    }
    switch (request.method() + " " + request.path()) {
      case "GET /health" -> response.json(200, List.of(), "{\"status\":\"ok\"}");
      case "GET /v1/models" -> response.json(200, List.of(), EventWords.models(traits));
      case "GET /props" -> {
        if (traits.slots().isPresent()) {
          JsonObject props = traits.shown().with("total_slots", Json.of(traits.slots().getAsInt()));
          response.json(200, List.of(), props.write());
        } else {
          refuse(response, 404);
        }
      }
      case "POST /v1/chat/completions" -> chat(request, response, watched, new ChatWording());
      case "POST /api/chat" -> chat(request, response, watched, new OllamaWording());
      case "POST /v1/messages" -> chat(request, response, watched, new AnthropicWording());
      case "POST /api/show" -> {
        if (traits.shown().members().isEmpty()) {
          refuse(response, 404);
        } else {
          response.json(200, List.of(), traits.shown().write());
        }
      }
      default -> refuse(response, 404);
    }
  }

  private boolean accepted(HttpRequest request) {
    String given = request.headers().getOrDefault("authorization", "");
    return traits.key().isEmpty()
        || given.equals("Bearer " + traits.key().get())
        || traits.key().get().equals(request.headers().get("x-api-key"));
  }

  private void chat(
      HttpRequest request, HttpResponse response, Connection.Watched watched, Wording wording)
      throws IOException, InterruptedException {
    Json body;
    try {
      body = JsonReader.read(request.body(), JsonLimits.LENIENT);
    } catch (JsonReadException e) {
      refuse(response, 400);
      return;
    }
    if (!(body instanceof JsonObject asked)) {
      refuse(response, 400);
      return;
    }
    RecordedRequest recorded = new RecordedRequest(request.headers(), asked);
    watched.watch(recorded);
    requests.add(recorded);
    peak.accumulateAndGet(running.incrementAndGet(), Math::max);
    try {
      new Teller(recorded, response, wording, holds).tell(script.apply(asked));
    } finally {
      running.decrementAndGet();
    }
  }

  private static void refuse(HttpResponse response, int code) throws IOException {
    Refusal refusal = Refusal.of(code);
    response.json(code, refusal.headers(), refusal.body());
  }
}
