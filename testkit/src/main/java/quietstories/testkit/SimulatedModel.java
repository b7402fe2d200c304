package quietstories.testkit;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;

/**
 * A script for benchmarks: it answers in the time that a vendor of a stated {@link Timing} would
 * take, queueing included, and reports the tokens that its prefix cache held.
 *
 * <p>A token is four characters. A prompt is its tools, then its messages one after another, as
 * chat templates write them; a slot with a cache keeps the prompt and the answer. An answer that
 * was cut off by its client leaves only the prompt there. Safe for use by many threads.
 */
public final class SimulatedModel implements Function<JsonObject, Reply> {

  private static final int CHARACTERS_PER_TOKEN = 4;

  private final Timing timing;
  private final Function<JsonObject, Speech> words;
  private final Slots slots;
  private final AtomicInteger queued = new AtomicInteger();

  /** Creates a model that says {@code words} of each request. */
  public SimulatedModel(Timing timing, Function<JsonObject, Speech> words) {
    this.timing = timing;
    this.words = words;
    this.slots = new Slots(timing.slots(), timing.prefixCache());
  }

  /** Starts a server whose model this is and that presents itself as such servers do. */
  public ModelServer serve() {
    ModelServer server =
        ModelServer.start(
            timing.slots() == 1
                ? ServerTraits.LLAMA_SERVER.slots(1)
                : ServerTraits.LLAMA_SERVER.ownedBy("simulated"));
    server.script(this);
    return server;
  }

  /** Returns how many requests wait for a place or are answered now. */
  public int inside() {
    return queued.get();
  }

  @Override
  public Reply apply(JsonObject request) {
    return new Simulated(this);
  }

  /** Answers one request on the thread that calls; {@code told} sends the answer. */
  void serve(RecordedRequest request, Telling told) throws IOException, InterruptedException {
    String prompt = prompt(request.body());
    queued.incrementAndGet();
    try {
      Optional<Slots.Slot> slot = slots.take(prompt, request);
      if (slot.isPresent()) {
        String kept = prompt;
        try {
          Speech speech = speech(request.body(), prompt, slot.get());
          if (told.tell(speech)) {
            kept = prompt + speech.text() + '\n';
          }
        } finally {
          slots.leave(kept);
        }
      }
    } finally {
      queued.decrementAndGet();
    }
  }

  /** Sends a speech; true if it was sent to its end. */
  @FunctionalInterface
  interface Telling {
    boolean tell(Speech speech) throws IOException, InterruptedException;
  }

  /** Returns the answer with the pace and the counts of tokens that the slot allows. */
  Speech speech(JsonObject request, String prompt, Slots.Slot slot) {
    int input = tokens(prompt.length() + CHARACTERS_PER_TOKEN - 1);
    int cached = Math.min(tokens(slot.shared(prompt)), input);
    Speech speech = cut(words.apply(request), request);
    return speech.usage(input, cached, speech.pieces().size()).pace(timing.pace(input - cached));
  }

  private static Speech cut(Speech speech, JsonObject request) {
    int most =
        request
            .number("max_tokens")
            .or(() -> request.number("max_completion_tokens"))
            .map(JsonNumber::value)
            .map(Double::intValue)
            .orElse(Integer.MAX_VALUE);
    List<String> pieces = speech.pieces();
    return pieces.size() <= most ? speech : speech.pieces(pieces.subList(0, most)).finish("length");
  }

  /** Returns how many tokens a cache that read {@code before} must read anew for {@code after}. */
  public static int newTokens(JsonObject before, JsonObject after) {
    String prompt = prompt(after);
    return tokens(prompt.length()) - tokens(new Slots.Slot(prompt(before)).shared(prompt));
  }

  /** Returns the whole text that a model would read. */
  static String prompt(JsonObject request) {
    String tools = request.array("tools").map(Json::write).orElse("");
    String messages =
        request
            .array("messages")
            .orElse(JsonArray.EMPTY)
            .objects()
            .map(SimulatedModel::message)
            .collect(Collectors.joining());
    return tools + '\n' + messages + "assistant\n";
  }

  private static String message(JsonObject message) {
    String calls = message.array("tool_calls").map(Json::write).orElse("");
    return message.text("role").orElse("")
        + '\n'
        + message.text("content").orElse("")
        + calls
        + '\n';
  }

  private static int tokens(int characters) {
    return characters / CHARACTERS_PER_TOKEN;
  }
}
