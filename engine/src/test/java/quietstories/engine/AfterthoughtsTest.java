package quietstories.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import quietstories.engine.telling.ModelNarrator;
import quietstories.json.JsonObject;
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
import quietstories.prompt.AnswerForm;
import quietstories.story.PlayerInput;
import quietstories.story.Session;
import quietstories.tools.ToolLimits;
import quietstories.tools.ToolListener;
import quietstories.tools.Toolbox;

/** What is thought about a turn comes after it, delays nobody and never touches the state. */
class AfterthoughtsTest {

  private static final String TOLD = "The sea is loud.\n[[OUTCOME]]\n{\"state_changes\":[]}";

  private static final int COUNTED = 700;
  private static final String OVERTAKEN = "a turn went before it";

  private final List<ModelRequest> asked = new ArrayList<>();
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final InMemorySessionStore store = new InMemorySessionStore();
  private final SessionMailbox mailbox = new SessionMailbox();
  private final PromptDesk desk = new PromptDesk();
  private final TurnTime time = TurnTime.SYSTEM;
  private final ChatModel model = new Thinking();
  private final Remembering remembering = Table.remembering(store, mailbox, time);
  private Afterthoughts thoughts =
      new Afterthoughts(model, desk, remembering, mailbox, time, Duration.ZERO);
  private final BlockingQueue<Boolean> followed = new LinkedBlockingQueue<>();
  private final AfterTurn afterTurn =
      new AfterTurn(
          remembering,
          _ -> {},
          TurnWatcher.NONE,
          time,
          (played, timeline, origin) -> {
            thoughts.after(played, timeline, origin);
            followed.add(true);
          });
  private final TurnEngine engine =
      new TurnEngine(
          remembering,
          mailbox,
          new Rulebooks(),
          () ->
              new ModelNarrator(
                  model,
                  Optional.of(AnswerForm.MARKER),
                  Toolbox.EMPTY,
                  5,
                  new TurnLog(false),
                  desk),
          new Scenes(
              remembering,
              new Optimizer(),
              new TurnBudget(java.util.OptionalLong.empty()),
              new Workshop(
                  remembering.store(),
                  Toolbox.EMPTY,
                  ToolLimits.USUAL,
                  ToolListener.NONE,
                  TurnTime.SYSTEM),
              new TurnLog(false),
              desk),
          afterTurn,
          time);

  /** Answers a turn at once, and what comes after it when the test says so. */
  private final class Thinking implements ChatModel {

    @Override
    public ModelIdentity identity() {
      return new ModelIdentity("generic", "thinking", ModelAbilities.PLAIN, true);
    }

    @Override
    public ModelAnswer ask(
        ModelRequest request, ModelListener listener, Cancellation cancellation) {
      synchronized (asked) {
        asked.add(request);
      }
      String text = request.urgent() ? TOLD : next(cancellation);
      if (text.equals(OVERTAKEN)) {
        throw new ModelException(ModelFault.CANCELLED, "A turn went first.", true);
      }
      listener.text(text);
      return new ModelAnswer(
          text,
          List.of(),
          ModelAnswer.Finish.STOP,
          new TokenUsage(OptionalInt.of(COUNTED), OptionalInt.empty(), OptionalInt.of(20)),
          new ModelTiming(1, 2, OptionalLong.of(3), 9));
    }

    private String next(Cancellation cancellation) {
      Thread here = Thread.currentThread();
      try (Cancellation.Registration _ = cancellation.onCancel(here::interrupt)) {
        return answers.take();
      } catch (InterruptedException e) {
        throw new ModelException(ModelFault.CANCELLED, "No longer wanted.", false);
      }
    }
  }

  private Session begun() {
    Session session =
        Session.begun(
            new quietstories.story.SessionId("s"),
            Sample.session("s").premise(),
            Sample.session("s").moment());
    store.create(session);
    return session;
  }

  private PlayedTurn play(Session session, String words) throws InterruptedException {
    PlayedTurn played =
        engine.play(session.id(), PlayerInput.words(words), TurnListener.NONE, new Cancellation());
    assertThat(followed.poll(20, TimeUnit.SECONDS)).isTrue();
    return played;
  }

  private List<ModelRequest> background() {
    synchronized (asked) {
      return asked.stream().filter(request -> !request.urgent()).toList();
    }
  }

  private static void until(java.util.function.BooleanSupplier condition)
      throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    for (int i = 0; i < 4_000 && !condition.getAsBoolean(); i++) {
      if (never.await(5, TimeUnit.MILLISECONDS)) {
        return;
      }
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  @AfterEach
  void close() {
    afterTurn.close();
    thoughts.close();
  }

  @Test
  void theCallBeginsWithTheTurnsOwnPromptAndEndsWithAQuestion() throws InterruptedException {
    play(begun(), "I listen");
    until(() -> background().size() == 1);
    ModelRequest turn = asked.getFirst();
    ModelRequest after = background().getFirst();

    assertThat(after.messages()).startsWith(turn.messages().toArray(Message[]::new));
    assertThat(after.messages()).hasSize(turn.messages().size() + 2);
    assertThat(after.messages().getLast().text()).startsWith("After the turn:");
    assertThat(after.purpose()).isEqualTo("after_turn");
  }

  @Test
  void turnsGoOnWhileTheCallHangsAndOnlyTheNewestWaits() throws InterruptedException {
    Session session = begun();
    play(session, "one");
    until(() -> background().size() == 1);
    play(session, "two");
    play(session, "three");
    play(session, "four");

    assertThat(store.load(session.id()).orElseThrow().turn()).isEqualTo(4);
    assertThat(background()).hasSize(1);
    answers.add("{}");
    until(() -> background().size() == 2);
    assertThat(background().getLast().messages())
        .anyMatch(message -> message.text().endsWith("The player: \"four\""));
  }

  @Test
  void itsSuggestionsAreARevisionOfTheirOwnAndTheStateStaysAsItIs() throws InterruptedException {
    Session session = begun();
    PlayedTurn played = play(session, "I listen");
    answers.add(
        "{\"suggested_actions\":[\"Wait for dawn\"],\"state_changes\":[{\"op\":\"set\","
            + "\"path\":\"storm\",\"value\":9}],\"memories\":[{\"owner\":\"keeper\","
            + "\"content\":\"It was loud.\"}]}");
    until(() -> revision(session) == played.session().revision() + 1);
    Session now = store.load(session.id()).orElseThrow();

    assertThat(now.suggestedActions()).containsExactly("Wait for dawn");
    assertThat(now.state()).isEqualTo(played.session().state());
    assertThat(now.turn()).isEqualTo(1);
  }

  @Test
  void whatIsThoughtAboutATurnThatWasUndoneIsDropped() throws InterruptedException {
    Session session = begun();
    play(session, "I listen");
    until(() -> background().size() == 1);
    store.goTo(session.id(), 0, Lighthouse.NOON);
    long revision = revision(session);
    answers.add("{\"suggested_actions\":[\"Wait for dawn\"]}");
    play(session, "I sing");
    answers.add("{\"suggested_actions\":[\"Sing on\"]}");
    until(() -> revision(session) == revision + 2);

    assertThat(store.load(session.id()).orElseThrow().suggestedActions())
        .containsExactly("Sing on");
  }

  @Test
  void whatCannotBeReadIsAskedForOnceMoreAndNothingIsInvented() throws InterruptedException {
    Session session = begun();
    PlayedTurn played = play(session, "I listen");
    answers.add("I would rather not.");
    answers.add("{\"suggested_actions\":[\"Wai");
    until(() -> background().size() == 2 && answers.isEmpty());
    play(session, "two");
    until(() -> background().size() == 3);

    assertThat(revision(session)).isEqualTo(played.session().revision() + 1);
  }

  @Test
  void aTimelineTellsWhatWasEstimatedAndHowWellTheLastTime() throws InterruptedException {
    Session session = begun();
    play(session, "one");
    play(session, "two");

    JsonObject first = modelCall(session, 1);
    assertThat(first.integer("estimated_tokens").orElseThrow()).isPositive();
    assertThat(first.number("estimate_error")).isEmpty();
    JsonObject second = modelCall(session, 2);
    double estimated = first.integer("estimated_tokens").orElseThrow();
    assertThat(second.number("estimate_error").orElseThrow().value())
        .isCloseTo((estimated - COUNTED) / COUNTED, within(0.001));
  }

  private JsonObject modelCall(Session session, int turn) {
    return store
        .timeline(session.id(), turn)
        .orElseThrow()
        .array("spans")
        .orElseThrow()
        .objects()
        .filter(span -> span.text("name").filter("model_call"::equals).isPresent())
        .findFirst()
        .flatMap(span -> span.object("attributes"))
        .orElseThrow();
  }

  @Test
  void aQuickPlayerHasTheModelOfThisMachineForThemselves() throws InterruptedException {
    thoughts = new Afterthoughts(model, desk, remembering, mailbox, time, Duration.ofMillis(400));
    Session session = begun();
    play(session, "one");
    play(session, "two");
    until(() -> background().size() == 1);

    assertThat(background().getFirst().messages())
        .anyMatch(message -> message.text().endsWith("The player: \"two\""));
  }

  @Test
  void whatAFasterPlayerHasOvertakenIsNotAskedForAgain() throws InterruptedException {
    Session session = begun();
    play(session, "one");
    until(() -> background().size() == 1);
    play(session, "two");
    answers.add(OVERTAKEN);
    answers.add("{\"suggested_actions\":[\"Wait for dawn\"]}");
    until(() -> background().size() == 2 && answers.isEmpty());

    assertThat(background().getLast().messages())
        .anyMatch(message -> message.text().endsWith("The player: \"two\""));
  }

  @Test
  void whatAnotherPlayersTurnHasOvertakenIsAskedForAgain() throws InterruptedException {
    Session session = begun();
    PlayedTurn played = play(session, "one");
    answers.add(OVERTAKEN);
    answers.add("{\"suggested_actions\":[\"Wait for dawn\"]}");
    until(() -> revision(session) == played.session().revision() + 1);

    assertThat(background()).hasSize(2);
  }

  private long revision(Session session) {
    return store.load(session.id()).orElseThrow().revision();
  }
}
