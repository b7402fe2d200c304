package quietstories.providers;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import quietstories.model.Cancellation;
import quietstories.model.Message;
import quietstories.model.ModelAnswer;
import quietstories.model.ModelListener;
import quietstories.model.ModelRequest;
import quietstories.model.ToolCall;
import quietstories.testkit.ModelServer;

/** Makes models for tests, and asks them. */
final class Models {

  static final String KEY = "sk-planted-7f3a9b";
  static final ModelRequest HELLO = ModelRequest.of("narrate", List.of(Message.user("Hello.")));

  private Models() {}

  static ModelSettings settings(String provider, Optional<URI> base) {
    return new ModelSettings(
        provider,
        base,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        ModelSettings.Deadlines.of(Duration.ofSeconds(20)),
        OptionalInt.empty(),
        List.of(),
        false);
  }

  static ServedModel of(String provider, ModelServer server) {
    return of(settings(provider, Optional.of(URI.create(server.url()))), new Servers());
  }

  static ServedModel of(ModelSettings settings, Servers servers) {
    return ((Selection.Chosen) ModelSelection.choose(settings, servers)).model();
  }

  static ModelSettings with(ModelSettings s, ModelSettings.Deadlines deadlines) {
    return new ModelSettings(
        s.provider(),
        s.base(),
        s.key(),
        s.anthropicKey(),
        s.model(),
        s.lmStudioBase(),
        deadlines,
        s.concurrency(),
        s.localPorts(),
        s.mayTry());
  }

  static ModelSettings withConcurrency(ModelSettings s, int calls) {
    return new ModelSettings(
        s.provider(),
        s.base(),
        s.key(),
        s.anthropicKey(),
        s.model(),
        s.lmStudioBase(),
        s.timeout(),
        OptionalInt.of(calls),
        s.localPorts(),
        s.mayTry());
  }

  static ModelSettings withKeys(ModelSettings s) {
    return new ModelSettings(
        s.provider(),
        s.base(),
        Optional.of(KEY),
        Optional.of(KEY),
        s.model(),
        s.lmStudioBase(),
        s.timeout(),
        s.concurrency(),
        s.localPorts(),
        s.mayTry());
  }

  static ModelSettings curious(ModelSettings s) {
    return new ModelSettings(
        s.provider(),
        s.base(),
        s.key(),
        s.anthropicKey(),
        s.model(),
        s.lmStudioBase(),
        s.timeout(),
        s.concurrency(),
        s.localPorts(),
        true);
  }

  static ModelAnswer ask(ServedModel model) {
    return model.ask(HELLO, _ -> {}, new Cancellation());
  }

  /** What a listener heard, in order. */
  static final class Heard implements ModelListener {

    final StringBuilder text = new StringBuilder();
    final List<ToolCall> calls = new CopyOnWriteArrayList<>();
    final List<Phase> phases = new CopyOnWriteArrayList<>();

    @Override
    public void text(String piece) {
      text.append(piece);
    }

    @Override
    public void call(ToolCall call) {
      calls.add(call);
    }

    @Override
    public void phase(Phase phase) {
      phases.add(phase);
    }
  }
}
