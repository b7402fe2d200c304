package quietstories.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.json.JsonReader;

/**
 * The way of many systems of this kind, as a baseline: an agent with tools, then the outcome as
 * JSON, then a reflection, then an analysis of relationships, each a call of its own and all of
 * them before the player sees a word. Calls of tools run one after another. The thread of messages
 * is never reset: every turn adds its own prompt to it.
 */
final class ClassicGraph implements AutoCloseable {

  private static final int CHARACTERS_PER_TOKEN = 4;
  private static final int FIRST_PROMPT_TOKENS = 2_600;
  private static final String ACTION = "The player walks on.";
  private static final String OUTCOME =
      "Now give the final outcome as JSON, after the marker line \"[[OUTCOME]]\".";
  private static final String REFLECTION = "Reflect on the turn in a few words.";
  private static final String ANALYSIS = "Name the relationships that changed: ";
  private static final int SHORT_ANSWER_TOKENS = 50;

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI address;
  private final List<Json> thread = new ArrayList<>();

  /** Creates a graph with an empty thread that asks the model at {@code base}. */
  ClassicGraph(String base) {
    this.address = URI.create(base + "/chat/completions");
  }

  /**
   * Plays one turn.
   *
   * @param toolRounds how often the agent asks for tools before it answers; each costs one more
   *     call
   * @return how long it took until text could be shown, in nanoseconds
   */
  long play(int toolRounds) throws IOException, InterruptedException {
    long start = System.nanoTime();
    String prompt = "You tell a story. ".repeat(FIRST_PROMPT_TOKENS);
    // why: the role lines and the player's words are read as well.
    int length = FIRST_PROMPT_TOKENS * CHARACTERS_PER_TOKEN - ACTION.length() - 26;
    thread.add(message("system", prompt.substring(0, length)));
    thread.add(message("user", ACTION));
    for (int i = 0; i < toolRounds; i++) {
      thread.add(message("assistant", ask(thread, SHORT_ANSWER_TOKENS)));
      thread.add(message("user", "Result of the tool: nothing new."));
    }
    String story = ask(thread, Integer.MAX_VALUE);
    thread.add(message("assistant", story));
    thread.add(message("user", OUTCOME));
    thread.add(message("assistant", ask(thread, Integer.MAX_VALUE)));
    thread.add(message("user", REFLECTION));
    thread.add(message("assistant", ask(thread, SHORT_ANSWER_TOKENS)));
    ask(List.of(message("user", ANALYSIS + story)), SHORT_ANSWER_TOKENS);
    return System.nanoTime() - start;
  }

  private String ask(List<Json> messages, int most) throws IOException, InterruptedException {
    JsonObject body =
        JsonObject.builder()
            .put("messages", new JsonArray(messages))
            .put("max_tokens", most)
            .build();
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .POST(HttpRequest.BodyPublishers.ofString(body.write()))
            .build();
    JsonObject answer =
        (JsonObject) JsonReader.read(client.send(request, BodyHandlers.ofString()).body());
    return answer
        .array("choices")
        .flatMap(choices -> choices.objects().findFirst())
        .flatMap(choice -> choice.object("message"))
        .flatMap(message -> message.text("content"))
        .orElseThrow(() -> new IOException("no answer in " + answer.write()));
  }

  private static JsonObject message(String role, String content) {
    return JsonObject.builder().put("role", role).put("content", content).build();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
