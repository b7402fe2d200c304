package quietstories.authoring;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import quietstories.model.Cancellation;
import quietstories.model.ChatModel;
import quietstories.model.Message;
import quietstories.model.ModelAbilities;
import quietstories.model.ModelAnswer;
import quietstories.model.ModelException;
import quietstories.model.ModelFault;
import quietstories.model.ModelIdentity;
import quietstories.model.ModelListener;
import quietstories.model.ModelRequest;
import quietstories.model.ModelTiming;
import quietstories.model.TokenUsage;

/** A model that gives prepared answers and keeps what it was asked. */
final class ScriptedModel implements ChatModel {

  private final Deque<ModelAnswer> answers = new ArrayDeque<>();
  private final List<ModelRequest> requests = new ArrayList<>();

  static ScriptedModel answering(String... texts) {
    ScriptedModel model = new ScriptedModel();
    for (String text : texts) {
      model.then(text, ModelAnswer.Finish.STOP);
    }
    return model;
  }

  ScriptedModel then(String text, ModelAnswer.Finish finish) {
    ModelTiming timing = new ModelTiming(0, 0, OptionalLong.empty(), 0);
    answers.add(new ModelAnswer(text, List.of(), finish, TokenUsage.UNKNOWN, timing));
    return this;
  }

  List<ModelRequest> requests() {
    return requests;
  }

  /** Returns the text of the last message of the request of that index. */
  String lastMessage(int request) {
    return requests.get(request).messages().getLast().text();
  }

  /** Returns all text of the request of that index. */
  String allText(int request) {
    return String.join("\n", requests.get(request).messages().stream().map(Message::text).toList());
  }

  @Override
  public ModelIdentity identity() {
    return new ModelIdentity("scripted", "script-1", ModelAbilities.SCHEMA, true);
  }

  @Override
  public ModelAnswer ask(ModelRequest request, ModelListener listener, Cancellation cancellation) {
    requests.add(request);
    if (answers.isEmpty()) {
      throw new ModelException(ModelFault.UNAVAILABLE, "The model does not answer.", true);
    }
    ModelAnswer answer = answers.poll();
    if (!answer.text().isEmpty()) {
      listener.text(answer.text());
    }
    return answer;
  }
}
