package quietstories.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;

/**
 * Says something fitting to whatever it is asked, in the form that it is asked for: a scenario
 * where the prompt names a {@code ScenarioSpec}, an object where a JSON schema is given, prose and
 * a marker where the prompt introduces a marker line, otherwise prose.
 *
 * <p>The same request gets the same answer, so that benchmarks can be repeated. Safe for use by
 * many threads.
 *
 * @param words how many words a story answer has
 */
public record Improviser(int words) implements Function<JsonObject, Speech> {

  private static final Pattern MARKER = Pattern.compile("marker line \"([^\"\\n]+)\"");
  private static final Pattern PERSON = Pattern.compile("^id \"([^\"\\n]+)\"", Pattern.MULTILINE);
  private static final String AFTERWARDS = "After the turn:";
  private static final int SUGGESTIONS = 3;

  public Improviser {
    if (words < 1) {
      throw new IllegalArgumentException("an answer has at least one word");
    }
  }

  @Override
  public Speech apply(JsonObject request) {
    List<JsonObject> messages =
        request.array("messages").orElse(JsonArray.EMPTY).objects().toList();
    String last = messages.isEmpty() ? "" : content(messages.getLast());
    long seed = last.hashCode() * 31L + messages.size();
    return Reply.text(text(request, messages, last, seed));
  }

  private String text(JsonObject request, List<JsonObject> messages, String last, long seed) {
    if (messages.stream().anyMatch(message -> content(message).contains("ScenarioSpec"))) {
      return scenario();
    }
    Optional<JsonObject> schema = schema(request);
    if (schema.isPresent()) {
      return new SchemaFiller(words, seed).fill("", schema.get()).write();
    }
    if (last.startsWith(AFTERWARDS)) {
      return "{\"memories\":[],\"suggested_actions\":" + suggestions(seed).write() + "}";
    }
    String told = Prose.words(words, seed);
    return messages.stream()
        .filter(message -> isTask(message, messages))
        .map(message -> MARKER.matcher(content(message)))
        .filter(Matcher::find)
        .findFirst()
        .map(found -> told + '\n' + found.group(1) + '\n' + outcome(seed).write())
        .orElseGet(() -> backgrounds(messages, last, seed).orElse(told));
  }

  /** Returns whether a message may say how the answer is to be written: what is past may not. */
  private static boolean isTask(JsonObject message, List<JsonObject> messages) {
    return message.equals(messages.getLast())
        || message.text("role").filter("system"::equals).isPresent();
  }

  /** Returns the texts that introduce a world, if that is what the first message asks for. */
  private static Optional<String> backgrounds(List<JsonObject> messages, String last, long seed) {
    boolean asked =
        messages.stream()
            .map(Improviser::content)
            .anyMatch(text -> text.contains("\"world\" with"));
    if (!asked) {
      return Optional.empty();
    }
    JsonObject.Builder people = JsonObject.builder();
    PERSON
        .matcher(last)
        .results()
        .forEach(found -> people.put(found.group(1), Prose.words(40, seed + found.start())));
    return Optional.of(
        JsonObject.builder()
            .put("world", Prose.words(80, seed))
            .put("people", people.build())
            .build()
            .write());
  }

  private static JsonObject outcome(long seed) {
    return JsonObject.builder()
        .put("state_changes", JsonArray.EMPTY)
        .put("suggested_actions", suggestions(seed))
        .build();
  }

  private static JsonArray suggestions(long seed) {
    return JsonArray.ofTexts(
        LongStream.range(0, SUGGESTIONS)
            .mapToObj(number -> Prose.words(4, seed + number))
            .toList());
  }

  private static Optional<JsonObject> schema(JsonObject request) {
    return request
        .object("response_format")
        .flatMap(format -> format.object("json_schema"))
        .flatMap(named -> named.object("schema"))
        .or(() -> request.object("format"));
  }

  private static String content(JsonObject message) {
    return message.text("content").orElse("");
  }

  /** Returns a scenario that can be played for ever. */
  public static String scenario() {
    try (InputStream in =
        Objects.requireNonNull(Improviser.class.getResourceAsStream("scenario.json"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
