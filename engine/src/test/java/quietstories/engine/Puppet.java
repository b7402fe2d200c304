package quietstories.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.model.Cancellation;
import quietstories.model.ChatModel;
import quietstories.model.Message;
import quietstories.model.ModelAbilities;
import quietstories.model.ModelAnswer;
import quietstories.model.ModelIdentity;
import quietstories.model.ModelListener;
import quietstories.model.ModelRequest;
import quietstories.model.ModelTiming;
import quietstories.model.TokenUsage;
import quietstories.story.HiddenMemory;

/** A model that answers as a test's function says, and keeps what it was asked. */
final class Puppet implements ChatModel {

  /** What it says; may be changed at any time. */
  volatile Function<ModelRequest, String> says = _ -> "The sea is loud.";

  private final List<ModelRequest> asked = new ArrayList<>();

  /** Returns all requests so far, the oldest first. */
  List<ModelRequest> asked() {
    synchronized (asked) {
      return List.copyOf(asked);
    }
  }

  /** Returns every word of a request. */
  static String words(ModelRequest request) {
    StringBuilder words = new StringBuilder();
    for (Message message : request.messages()) {
      words.append(message.text()).append('\n');
    }
    return words.toString();
  }

  /** Returns a whole answer of a narrator that reports {@code outcome} behind its prose. */
  static String told(String prose, JsonObject outcome) {
    return prose + "\n[[OUTCOME]]\n" + outcome.write();
  }

  /** Returns an outcome that wants these to be remembered. */
  static JsonObject remembering(HiddenMemory... memories) {
    List<Json> all = List.of(memories).stream().<Json>map(HiddenMemory::toJson).toList();
    return JsonObject.of("hidden_memory_updates", new JsonArray(all));
  }

  @Override
  public ModelIdentity identity() {
    return new ModelIdentity("generic", "puppet", ModelAbilities.PLAIN, true);
  }

  @Override
  public ModelAnswer ask(ModelRequest request, ModelListener listener, Cancellation cancellation) {
    synchronized (asked) {
      asked.add(request);
    }
    String text = says.apply(request);
    listener.text(text);
    return new ModelAnswer(
        text,
        List.of(),
        ModelAnswer.Finish.STOP,
        new TokenUsage(OptionalInt.of(90), OptionalInt.empty(), OptionalInt.of(20)),
        new ModelTiming(1, 2, OptionalLong.of(3), 9));
  }

  /** Returns this as somebody who may work out relationships. */
  Optional<ChatModel> asReader() {
    return Optional.of(this);
  }
}
