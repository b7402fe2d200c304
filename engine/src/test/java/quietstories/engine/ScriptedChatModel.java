package quietstories.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import quietstories.model.Cancellation;
import quietstories.model.ChatModel;
import quietstories.model.ModelAbilities;
import quietstories.model.ModelAnswer;
import quietstories.model.ModelException;
import quietstories.model.ModelFault;
import quietstories.model.ModelIdentity;
import quietstories.model.ModelListener;
import quietstories.model.ModelRequest;
import quietstories.model.ModelTiming;
import quietstories.model.TokenUsage;

/** A model that says what it is told to say, in pieces of a few characters. */
final class ScriptedChatModel implements ChatModel {

  final List<ModelRequest> requests = new ArrayList<>();
  private final Deque<Line> lines = new ArrayDeque<>();
  private final boolean structured;

  private record Line(String text, ModelAnswer.Finish finish, boolean breaks) {}

  ScriptedChatModel(boolean structured) {
    this.structured = structured;
  }

  ScriptedChatModel says(String text) {
    lines.add(new Line(text, ModelAnswer.Finish.STOP, false));
    return this;
  }

  ScriptedChatModel isTornAfter(String text) {
    lines.add(new Line(text, ModelAnswer.Finish.TORN, false));
    return this;
  }

  ScriptedChatModel failsAfter(String text) {
    lines.add(new Line(text, ModelAnswer.Finish.STOP, true));
    return this;
  }

  @Override
  public ModelIdentity identity() {
    return new ModelIdentity(
        "generic", "scripted", structured ? ModelAbilities.SCHEMA : ModelAbilities.PLAIN, true);
  }

  @Override
  public ModelAnswer ask(ModelRequest request, ModelListener listener, Cancellation cancellation) {
    requests.add(request);
    Line line = lines.removeFirst();
    for (int at = 0; at < line.text().length(); at += 3) {
      if (cancellation.isCancelled()) {
        throw new ModelException(ModelFault.CANCELLED, "The player went away.", false);
      }
      listener.text(line.text().substring(at, Math.min(at + 3, line.text().length())));
    }
    if (line.breaks()) {
      throw new ModelException(ModelFault.UNAVAILABLE, "The model cannot be reached.", true);
    }
    return new ModelAnswer(
        line.text(),
        List.of(),
        line.finish(),
        new TokenUsage(OptionalInt.of(100), OptionalInt.of(60), OptionalInt.of(20)),
        new ModelTiming(1, 2, OptionalLong.of(3), 9));
  }
}
