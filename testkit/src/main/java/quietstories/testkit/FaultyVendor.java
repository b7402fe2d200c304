package quietstories.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;

/**
 * Vendors that make turns slow in exactly one way each, for whoever is asked what is wrong. They
 * narrate in prose with a marker and have nothing to add after a turn.
 */
public enum FaultyVendor {
  /** Nothing is wrong with it. */
  SOUND(Optional.empty()) {
    @Override
    public ModelServer serve() {
      return scripted(_ -> Reply.text(TOLD));
    }
  },
  /** It reads 1,500 tokens a second and keeps nothing of them. */
  SLOW_READER(Optional.of("context_size")) {
    @Override
    public ModelServer serve() {
      return simulated(new Timing("slow reader", Duration.ZERO, 1_500, 10_000, 4, false), 250);
    }
  },
  /** It keeps what it read, so that what begins anew is dear. */
  CACHING_READER(Optional.of("broken_prefix")) {
    @Override
    public ModelServer serve() {
      return simulated(new Timing("reader", Duration.ZERO, 2_500, 10_000, 1, true), 60);
    }
  },
  /** It wants to read before it tells, in every turn. */
  ASKING_FIRST(Optional.of("sequential_rounds")) {
    @Override
    public ModelServer serve() {
      return scripted(
          request -> Reply.text(last(request).contains(PLAYED) ? calling("read_state") : TOLD));
    }
  },
  /** It calls {@link FaultyVendor#SLOW_TOOL}, which the server under test must have. */
  CALLING_A_SLOW_TOOL(Optional.of("slow_tool")) {
    @Override
    public ModelServer serve() {
      return scripted(_ -> Reply.text("The grass bends.\n" + calling(SLOW_TOOL)));
    }
  },
  /** Its first token takes 2.3 s, whatever it is sent. */
  LATE(Optional.of("slow_vendor")) {
    @Override
    public ModelServer serve() {
      Reply late = Reply.text(TOLD).withoutUsage().firstAfter(Duration.ofMillis(2_300));
      return scripted(_ -> late);
    }
  },
  /** It turns every third call away. */
  LIMITING(Optional.of("rate_limiting")) {
    @Override
    public ModelServer serve() {
      AtomicInteger calls = new AtomicInteger();
      return scripted(
          _ -> calls.getAndIncrement() % 3 == 0 ? Reply.rateLimited("0.1") : Reply.text(TOLD));
    }
  },
  /** It answers one call at a time and takes 0.4 s for each: too slow for several players. */
  ONE_PLACE(Optional.of("queueing")) {
    @Override
    public ModelServer serve() {
      return simulated(new Timing("one place", Duration.ofMillis(400), 1e9, 10_000, 1, true), 30);
    }
  };

  /** What the player's words must contain. */
  public static final String PLAYED = "I look around";

  /** The tool of more than 100 ms that is called. */
  public static final String SLOW_TOOL = "dawdle";

  private static final String TOLD = "The grass bends.\n[[OUTCOME]]\n{}";

  private final Optional<String> finding;

  FaultyVendor(Optional<String> finding) {
    this.finding = finding;
  }

  /** Returns the name of what is wrong in the server's advice; empty if nothing is. */
  public Optional<String> finding() {
    return finding;
  }

  /** Starts it. */
  public abstract ModelServer serve();

  private static ModelServer scripted(Function<JsonObject, Reply> narrating) {
    ModelServer model = ModelServer.start();
    model.script(
        request ->
            last(request).startsWith("After the turn:")
                ? Reply.text("{}")
                : narrating.apply(request));
    return model;
  }

  private static ModelServer simulated(Timing timing, int words) {
    return new SimulatedModel(timing, new Improviser(words)).serve();
  }

  private static String last(JsonObject request) {
    List<JsonObject> messages =
        request.array("messages").orElse(JsonArray.EMPTY).objects().toList();
    return messages.getLast().text("content").orElse("");
  }

  private static String calling(String tool) {
    return "[[OUTCOME]]\n{\"tool_calls\":[{\"name\":\""
        + tool
        + "\",\"arguments\":{\"path\":\"flowers\"}}]}";
  }
}
