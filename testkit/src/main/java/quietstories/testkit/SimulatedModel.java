package quietstories.testkit;

import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Collectors;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;

/**
 * A script for benchmarks: it answers in the time that a model of a given speed would take, with a
 * prompt cache of one slot.
 *
 * <p>A token is taken as four characters. What a prompt has in common with the one before it, from
 * the start on, is cached and costs no time. Safe for use by many threads, which share the slot.
 */
public final class SimulatedModel implements Function<JsonObject, Reply> {

  private static final int CHARACTERS_PER_TOKEN = 4;

  private final Speed speed;
  private final Function<JsonObject, String> words;
  private final Object lock = new Object();
  private String slot = "";

  /**
   * How fast a model is.
   *
   * @param latency passes before anything else happens
   * @param prefill tokens a second that are read and were not cached
   * @param generation tokens a second that are written
   */
  public record Speed(Duration latency, double prefill, double generation) {

    public Speed {
      if (prefill <= 0 || generation <= 0) {
        throw new IllegalArgumentException("a model reads and writes more than nothing a second");
      }
    }
  }

  /** Creates a model that says {@code words} of each request. */
  public SimulatedModel(Speed speed, Function<JsonObject, String> words) {
    this.speed = speed;
    this.words = words;
  }

  @Override
  public Reply apply(JsonObject request) {
    String prompt = prompt(request);
    int cached = tokens(sharedWithSlot(prompt));
    int input = Math.max(cached, tokens(prompt.length()));
    double reading = (input - cached) / speed.prefill();
    Duration first = speed.latency().plusNanos((long) (reading * 1e9));
    Speech speech = Reply.text(words.apply(request));
    return speech
        .usage(input, cached, speech.pieces().size())
        .pace(new Pace(first, Duration.ZERO).perSecond(speed.generation()));
  }

  private int sharedWithSlot(String prompt) {
    synchronized (lock) {
      int most = Math.min(prompt.length(), slot.length());
      int shared = 0;
      while (shared < most && prompt.charAt(shared) == slot.charAt(shared)) {
        shared++;
      }
      slot = prompt;
      return shared;
    }
  }

  private static String prompt(JsonObject request) {
    return request
        .array("messages")
        .orElse(JsonArray.EMPTY)
        .objects()
        .map(message -> message.text("role").orElse("") + '\n' + message.text("content").orElse(""))
        .collect(Collectors.joining("\n"));
  }

  private static int tokens(int characters) {
    return characters / CHARACTERS_PER_TOKEN;
  }
}
