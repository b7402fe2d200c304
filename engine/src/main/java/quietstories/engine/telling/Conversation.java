package quietstories.engine.telling;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import quietstories.engine.Narration;
import quietstories.engine.Telling;
import quietstories.engine.TurnEvent;
import quietstories.json.JsonObject;
import quietstories.model.Cancellation;
import quietstories.model.Message;
import quietstories.model.ModelAnswer;
import quietstories.model.ModelException;
import quietstories.model.ModelFault;
import quietstories.model.ModelRequest;
import quietstories.model.ToolCall;
import quietstories.prompt.Prompt;
import quietstories.story.HiddenMemory;
import quietstories.story.Outcome;
import quietstories.story.ToolAccess;
import quietstories.story.ToolFate;
import quietstories.tools.ToolRun;
import quietstories.tools.Workbench;

/**
 * Holds the conversation of one turn with a model. Usually that is one answer. Another one is asked
 * for only if the model wants to read something first, or if it has told nothing yet, and that only
 * once.
 */
final class Conversation {

  /** Room for three paragraphs and the structured part. */
  private static final String TELL_NOW =
      "You have read enough for this turn. Tell now what happens, and call nothing more.";

  private static final int MAX_TOKENS = 700;

  private final ModelTelling telling;
  private final Telling.Audience audience;
  private final Workbench workbench;
  private final Cancellation cancellation;
  private final Storyline storyline;
  private final List<Message> messages;
  private final List<ModelAnswer> answers = new ArrayList<>();
  private final List<ToolRun> runs = new ArrayList<>();
  private final OutcomeReader reader = new OutcomeReader();
  private Outcome outcome = Outcome.told("");

  Conversation(
      ModelTelling telling,
      Telling.Audience audience,
      Workbench workbench,
      Cancellation cancellation) {
    this.telling = telling;
    this.audience = audience;
    this.workbench = workbench;
    this.cancellation = cancellation;
    this.storyline = new Storyline(telling.playersWords(), workbench.toolNames(), audience::text);
    this.messages = new ArrayList<>(telling.prompt().messages());
  }

  /**
   * Returns what was told.
   *
   * @throws ModelException if nothing was, or if the story broke off
   */
  Narration hold() {
    boolean retried = false;
    boolean over = false;
    while (!over) {
      boolean last = answers.size() + 1 >= telling.rounds();
      boolean wantsToRead = answer(last);
      boolean told = !storyline.told().isEmpty();
      if (!wantsToRead || last) {
        storyline.end();
        told = !storyline.told().isEmpty();
        if (!told && (retried || last)) {
          throw new ModelException(
              ModelFault.UNUSABLE, "The model answered without telling anything.", true);
        }
        retried = true;
        over = told;
      }
    }
    return narration();
  }

  /** Has the model answer once and returns whether it waits for what it asked to read. */
  private boolean answer(boolean last) {
    Veil veil = storyline.nextAnswer();
    Hearing hearing = telling.protocol().listen(veil);
    Earpiece earpiece = new Earpiece(hearing, audience, workbench);
    telling.log().calling();
    ModelAnswer answer = telling.model().ask(request(last), earpiece, cancellation);
    telling.log().called();
    answers.add(answer);
    if (answer.finish() == ModelAnswer.Finish.TORN && !hearing.closed()) {
      throw new ModelException(
          ModelFault.UNAVAILABLE, "The model stopped in the middle of the story.", true);
    }
    hearing.end();
    veil.end();
    return reply(answer, hearing.structured());
  }

  private ModelRequest request(boolean last) {
    Prompt prompt = telling.prompt();
    boolean mustTell = last && !runs.isEmpty();
    if (mustTell) {
      messages.add(Message.user(TELL_NOW));
    }
    // why: what follows the first answer only adds to a prompt that the server has just read.
    JsonObject remarks = answers.isEmpty() ? telling.remarks() : JsonObject.EMPTY;
    ModelRequest request =
        ModelRequest.of("narrate", messages)
            .withTools(prompt.tools())
            .withStableMessages(prompt.stableMessages())
            .withSchema(prompt.schema())
            .withMaxTokens(MAX_TOKENS)
            .withRemarks(remarks);
    return mustTell ? request.withoutCalls() : request;
  }

  /** Runs what was called to its end and puts all results, in order, behind the answer. */
  private boolean reply(ModelAnswer answer, String structured) {
    outcome = outcome.followedBy(reader.read("", structured));
    List<ToolCall> written = reader.calls(structured, answers.size());
    boolean toldBefore = !storyline.told().isEmpty();
    written.forEach(this::call);
    List<ToolRun> ended = results();
    runs.addAll(ended);
    if (!answer.calls().isEmpty()) {
      messages.add(Message.assistant(answer.text(), answer.calls()));
      for (int i = 0; i < answer.calls().size(); i++) {
        messages.add(Message.result(answer.calls().get(i), ended.get(i).use().result()));
      }
    }
    if (!written.isEmpty()) {
      messages.addAll(
          WrittenCalls.exchange(answer, ended.subList(answer.calls().size(), ended.size())));
    }
    boolean reads = ended.stream().anyMatch(run -> run.use().access() == ToolAccess.READ);
    // why: calls that stand behind the story, in a form without calls of its own, come too late
    // for it; they are answered in the record and cost the player no wait.
    return reads && !(answer.calls().isEmpty() && toldBefore);
  }

  private void call(ToolCall call) {
    audience.toolStarted(workbench.call(call));
  }

  private List<ToolRun> results() {
    if (workbench.isBusy()) {
      audience.waiting(TurnEvent.WaitingFor.TOOL);
    }
    try (Cancellation.Registration _ = cancellation.onCancel(workbench::stop)) {
      List<ToolRun> ended = workbench.finish(audience::toolEnded);
      if (cancellation.isCancelled()) {
        throw new ModelException(ModelFault.CANCELLED, "The turn was stopped.", false);
      }
      return ended;
    }
  }

  private Narration narration() {
    List<HiddenMemory> memories =
        Stream.concat(outcome.hiddenMemoryUpdates().stream(), workbench.remembered().stream())
            .toList();
    List<String> faults = new ArrayList<>(reader.faults());
    runs.stream()
        .filter(run -> run.use().fate() == ToolFate.UNKNOWN)
        .forEach(run -> faults.add("there is no tool '" + run.use().name() + "'"));
    Outcome whole = outcome.withNarrative(storyline.told()).withHiddenMemoryUpdates(memories);
    return new Narration(whole, faults, answers, runs);
  }
}
