package quietstories.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quietstories.model.Cancellation;
import quietstories.model.ChatModel;
import quietstories.model.ModelAnswer;
import quietstories.model.ModelException;
import quietstories.model.ModelFault;
import quietstories.model.ModelIdentity;
import quietstories.model.ModelListener;
import quietstories.model.ModelRequest;
import quietstories.prompt.AnswerForm;
import quietstories.prompt.Prompt;
import quietstories.prompt.PromptLimits;
import quietstories.prompt.Scene;
import quietstories.rules.Dice;
import quietstories.story.NarratorIdentity;
import quietstories.story.Outcome;

/** Tells turns with a language model: one streamed call for a turn. */
public final class ModelNarrator implements Narrator {

  /** Room for three paragraphs and the structured part. */
  private static final int MAX_TOKENS = 700;

  private final ChatModel model;
  private final Optional<AnswerForm> chosen;
  private final TurnLog log;
  private final PromptDesk desk;

  /**
   * Creates a narrator.
   *
   * @param chosen the form to ask for; empty lets the server's abilities decide
   */
  public ModelNarrator(ChatModel model, Optional<AnswerForm> chosen, TurnLog log) {
    this(model, chosen, log, new PromptDesk());
  }

  /** Creates a narrator whose prompts are written at {@code desk}. */
  public ModelNarrator(ChatModel model, Optional<AnswerForm> chosen, TurnLog log, PromptDesk desk) {
    this.desk = desk;
    this.model = model;
    this.chosen = chosen;
    this.log = log;
  }

  @Override
  public NarratorIdentity identity() {
    ModelIdentity who = model.identity();
    return new NarratorIdentity(
        who.provider(), Optional.of(who.name()), Optional.of(form().wireName()));
  }

  private AnswerForm form() {
    return chosen.orElseGet(
        () -> model.identity().abilities().schema() ? AnswerForm.JSON : AnswerForm.MARKER);
  }

  @Override
  public Telling prepare(Scene scene, PromptLimits limits, Dice dice) {
    Prompt prompt = desk.write(scene, limits, form(), List.of(), model.identity().name());
    int sent = prompt.messages().size();
    log.optimized(sent + 2 * prompt.turnsLeftOut(), sent);
    return (audience, cancellation) -> tell(prompt, audience, cancellation);
  }

  private Narration tell(Prompt prompt, Telling.Audience audience, Cancellation cancellation) {
    List<ModelAnswer> calls = new ArrayList<>();
    Narration first = call(prompt, audience, cancellation, calls);
    // why: nothing was shown yet, so asking once more costs time but breaks no promise.
    Narration told =
        first.outcome().narrative().isEmpty() ? call(prompt, audience, cancellation, calls) : first;
    if (told.outcome().narrative().isEmpty()) {
      throw new ModelException(
          ModelFault.UNUSABLE, "The model answered twice without telling anything.", true);
    }
    return told;
  }

  private Narration call(
      Prompt prompt,
      Telling.Audience audience,
      Cancellation cancellation,
      List<ModelAnswer> calls) {
    AnswerStream stream = new AnswerStream(audience::text);
    log.calling();
    ModelAnswer answer = model.ask(request(prompt), listener(stream, audience), cancellation);
    log.called();
    calls.add(answer);
    boolean torn = answer.finish() == ModelAnswer.Finish.TORN && !stream.narrativeClosed();
    if (torn) {
      throw new ModelException(
          ModelFault.UNAVAILABLE, "The model stopped in the middle of the story.", true);
    }
    stream.end();
    OutcomeReader reader = new OutcomeReader();
    Outcome outcome = reader.read(stream.narrative(), stream.structured());
    return new Narration(outcome, reader.faults(), calls);
  }

  private static ModelRequest request(Prompt prompt) {
    return ModelRequest.of("narrate", prompt.messages())
        .withTools(prompt.tools())
        .withStableMessages(prompt.stableMessages())
        .withSchema(prompt.schema())
        .withMaxTokens(MAX_TOKENS);
  }

  private static ModelListener listener(AnswerStream stream, Telling.Audience audience) {
    return new ModelListener() {
      @Override
      public void text(String piece) {
        stream.accept(piece);
      }

      @Override
      public void phase(Phase phase) {
        audience.waiting(
            switch (phase) {
              case QUEUED -> TurnEvent.WaitingFor.QUEUE;
              case SENT -> TurnEvent.WaitingFor.MODEL;
            });
      }
    };
  }
}
