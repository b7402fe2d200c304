package quietstories.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
import quietstories.prompt.PromptLimits;
import quietstories.story.Session;

/** A session that is opened is made ready in the background, once, and never in a turn's way. */
class WarmthTest {

  private static final long PATIENCE_S = 20;

  private final Table table = new Table();
  private final BlockingQueue<ModelRequest> asked = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
  private final AtomicInteger connections = new AtomicInteger();
  private boolean local = true;
  private boolean slow;
  private Warmth warmth = warmth(AnswerForm.MARKER);

  /** Tells a turn at once; reads ahead at once, or until it is cancelled. */
  private final class Reader implements ChatModel {

    @Override
    public ModelIdentity identity() {
      return new ModelIdentity("generic", "reader", ModelAbilities.SCHEMA, local);
    }

    @Override
    public void connect() {
      connections.incrementAndGet();
    }

    @Override
    public ModelAnswer ask(
        ModelRequest request, ModelListener listener, Cancellation cancellation) {
      asked.add(request);
      String text = "The sea is loud.";
      if (request.urgent()) {
        listener.text(text);
      } else if (slow) {
        awaitCancellation(cancellation);
      }
      done.add(request.purpose());
      return new ModelAnswer(
          text,
          List.of(),
          ModelAnswer.Finish.STOP,
          new TokenUsage(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty()),
          new ModelTiming(1, 2, OptionalLong.of(3), 9));
    }

    private void awaitCancellation(Cancellation cancellation) {
      CountDownLatch cancelled = new CountDownLatch(1);
      try (Cancellation.Registration _ = cancellation.onCancel(cancelled::countDown)) {
        assertThat(cancelled.await(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      done.add("cancelled");
      throw new ModelException(ModelFault.CANCELLED, "No longer wanted.", false);
    }
  }

  private Warmth warmth(AnswerForm form) {
    Warmth made = new Warmth(table.narrator(new Reader(), form), table.scenes);
    table.narrator = made;
    return made;
  }

  private ModelRequest next() throws InterruptedException {
    return Optional.ofNullable(asked.poll(PATIENCE_S, TimeUnit.SECONDS)).orElseThrow();
  }

  private String nextDone() throws InterruptedException {
    return Optional.ofNullable(done.poll(PATIENCE_S, TimeUnit.SECONDS)).orElseThrow();
  }

  @AfterEach
  void close() {
    warmth.close();
  }

  @ParameterizedTest
  @EnumSource
  void itReadsExactlyWhatTheFirstTurnBeginsWith(AnswerForm form) throws InterruptedException {
    warmth = warmth(form);
    Session session = table.begin(3);
    warmth.opened(session);
    ModelRequest ahead = next();
    assertThat(nextDone()).isEqualTo("warm");
    table.play(session.id(), "I look");
    ModelRequest turn = next();

    int fixed = ahead.messages().size() - 1;
    assertThat(turn.messages())
        .startsWith(ahead.messages().subList(0, fixed).toArray(Message[]::new));
    assertThat(ahead.messages().getLast().text()).startsWith("State: ").doesNotContain("\n");
    assertThat(ahead.tools()).isEqualTo(turn.tools());
    assertThat(ahead.schema()).isEqualTo(turn.schema());
    assertThat(ahead.maxTokens()).hasValue(1);
    assertThat(ahead.urgent()).isFalse();
    assertThat(ahead.purpose()).isEqualTo("warm");
  }

  @Test
  void theSameBeginningIsReadOnceAndAnotherOneAgain() throws InterruptedException {
    Session session = table.begin(3);
    warmth.opened(session);
    next();
    warmth.opened(session);
    warmth.close();
    assertThat(asked).isEmpty();

    warmth = warmth(AnswerForm.MARKER);
    table.optimizer.change(_ -> new PromptLimits(5, 5, 1_000, true));
    warmth.opened(session);
    assertThat(next().purpose()).isEqualTo("warm");
  }

  @Test
  void aTurnEndsItAndDoesNotWaitForIt() throws InterruptedException {
    slow = true;
    Session session = table.begin(3);
    warmth.opened(session);
    next();

    assertThat(table.play(session.id(), "I look").turn().number()).isEqualTo(1);
    assertThat(List.of(nextDone(), nextDone())).containsExactlyInAnyOrder("cancelled", "narrate");
  }

  @Test
  void aSessionThatWasPlayedIsWarmAlready() {
    Session session = table.begin(3);
    PlayedTurn played = table.play(session.id(), "I look");
    warmth.opened(played.session());
    warmth.close();

    assertThat(asked).extracting(ModelRequest::purpose).containsExactly("narrate");
  }

  @Test
  void withoutCachingOrFarAwayOnlyTheConnectionIsOpened() {
    table.optimizer.change(_ -> new PromptLimits(10, 10, 4_000, false));
    warmth.opened(table.begin(3));
    warmth.close();
    table.optimizer.change(_ -> PromptLimits.DEFAULT);
    local = false;
    warmth = warmth(AnswerForm.MARKER);
    warmth.opened(table.begin(4));
    warmth.close();

    assertThat(asked).isEmpty();
    assertThat(connections).hasValue(2);
  }
}
