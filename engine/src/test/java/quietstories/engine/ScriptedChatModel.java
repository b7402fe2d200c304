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
import quietstories.model.ToolCall;

/** A model that says what it is told to say, in pieces of a few characters, and then calls. */
final class ScriptedChatModel implements ChatModel {

  final List<ModelRequest> requests = new ArrayList<>();
  private final Deque<Line> lines = new ArrayDeque<>();
  private final boolean structured;
  private int called;

  private record Line(
      String text,
      List<ToolCall> calls,
      ModelAnswer.Finish finish,
      boolean breaks,
      Runnable afterCalls) {}

  ScriptedChatModel(boolean structured) {
    this.structured = structured;
  }

  ScriptedChatModel says(String text) {
    return line(text, List.of(), ModelAnswer.Finish.STOP, false);
  }

  ScriptedChatModel isTornAfter(String text) {
    return line(text, List.of(), ModelAnswer.Finish.TORN, false);
  }

  ScriptedChatModel failsAfter(String text) {
    return line(text, List.of(), ModelAnswer.Finish.STOP, true);
  }

  /** Says the text and then calls; each call is a name, a space and the arguments. */
  ScriptedChatModel calls(String text, String... calls) {
    return line(text, read(calls), ModelAnswer.Finish.STOP, false);
  }

  /** Says the text, calls, and is silent until {@code silence} returns before its answer ends. */
  ScriptedChatModel callsAndWaits(String text, Runnable silence, String... calls) {
    lines.add(new Line(text, read(calls), ModelAnswer.Finish.STOP, false, silence));
    return this;
  }

  ScriptedChatModel isTornAfterCalls(String text, String... calls) {
    return line(text, read(calls), ModelAnswer.Finish.TORN, false);
  }

  private ScriptedChatModel line(
      String text, List<ToolCall> calls, ModelAnswer.Finish finish, boolean breaks) {
    lines.add(new Line(text, calls, finish, breaks, () -> {}));
    return this;
  }

  private List<ToolCall> read(String... calls) {
    List<ToolCall> read = new ArrayList<>();
    for (String call : calls) {
      int space = (call + " ").indexOf(' ');
      String arguments = call.substring(Math.min(call.length(), space)).strip();
      read.add(new ToolCall("call-" + ++called, call.substring(0, space), arguments));
    }
    return read;
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
    line.calls().forEach(listener::call);
    line.afterCalls().run();
    if (line.breaks()) {
      throw new ModelException(ModelFault.UNAVAILABLE, "The model cannot be reached.", true);
    }
    return new ModelAnswer(
        line.text(),
        line.calls(),
        line.finish(),
        new TokenUsage(OptionalInt.of(100), OptionalInt.of(60), OptionalInt.of(20)),
        new ModelTiming(1, 2, OptionalLong.of(3), 9));
  }
}
