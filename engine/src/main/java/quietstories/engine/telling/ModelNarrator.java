package quietstories.engine.telling;

import java.util.Optional;
import quietstories.engine.Narrator;
import quietstories.engine.PromptDesk;
import quietstories.engine.Telling;
import quietstories.engine.TurnLog;
import quietstories.json.JsonObject;
import quietstories.model.AnswerProtocol;
import quietstories.model.Cancellation;
import quietstories.model.ChatModel;
import quietstories.model.ModelAbilities;
import quietstories.model.ModelIdentity;
import quietstories.model.ModelRequest;
import quietstories.prompt.AnswerForm;
import quietstories.prompt.Prompt;
import quietstories.prompt.PromptLimits;
import quietstories.prompt.Scene;
import quietstories.rules.Dice;
import quietstories.story.NarratorIdentity;
import quietstories.tools.Toolbox;

/**
 * Tells turns with a language model: one streamed call for an ordinary turn, one more for each time
 * that it wants to read something first.
 */
public final class ModelNarrator implements Narrator {

  private final ChatModel model;
  private final Optional<AnswerForm> chosen;
  private final Toolbox toolbox;
  private final int rounds;
  private final TurnLog log;
  private final PromptDesk desk;

  /**
   * Creates a narrator.
   *
   * @param chosen the form to ask for; empty lets the server's abilities decide
   * @param toolbox what it may call, if it can call at all
   * @param rounds how many answers a turn takes at most, 1 or more
   * @param desk where its prompts are written
   */
  public ModelNarrator(
      ChatModel model,
      Optional<AnswerForm> chosen,
      Toolbox toolbox,
      int rounds,
      TurnLog log,
      PromptDesk desk) {
    this.desk = desk;
    this.model = model;
    this.chosen = chosen;
    this.toolbox = toolbox;
    this.rounds = rounds;
    this.log = log;
  }

  @Override
  public NarratorIdentity identity() {
    ModelIdentity who = model.identity();
    return new NarratorIdentity(
        who.provider(), Optional.of(who.name()), Optional.of(form().wireName()));
  }

  private AnswerForm form() {
    return chosen.orElseGet(() -> form(model.identity().abilities()));
  }

  /** Returns the form that suits a server with those abilities best. */
  public static AnswerForm form(ModelAbilities abilities) {
    return switch (AnswerProtocol.of(abilities)) {
      case CALLS -> AnswerForm.CALLS;
      case JSON -> AnswerForm.JSON;
      case MARKER -> AnswerForm.MARKER;
    };
  }

  @Override
  public Telling prepare(Scene scene, PromptLimits limits, Dice dice) {
    Protocol protocol = Protocol.of(form());
    Prompt prompt =
        desk.write(
            scene, limits, protocol.form(), protocol.tools(toolbox), model.identity().name());
    int sent = prompt.messages().size();
    log.optimized(sent + 2 * prompt.turnsLeftOut(), sent);
    String words = scene.input().text().orElse("");
    JsonObject remarks =
        desk.written(scene.session().id(), scene.session().turn() + 1)
            .map(PromptDesk.Written::toJson)
            .orElse(JsonObject.EMPTY);
    return new ModelTelling(model, protocol, prompt, remarks, words, rounds, log);
  }

  /**
   * Opens the connection and has a server on this machine read what the next prompt begins with.
   */
  @Override
  public void warmUp(Scene scene, PromptLimits limits, Cancellation cancellation) {
    model.connect();
    ModelIdentity who = model.identity();
    if (!who.local() || !limits.enableCaching()) {
      return;
    }
    Protocol protocol = Protocol.of(form());
    Optional<Prompt> foretold =
        desk.foretell(scene, limits, protocol.form(), protocol.tools(toolbox), who.name());
    foretold.ifPresent(prompt -> model.ask(warmUp(prompt), _ -> {}, cancellation));
  }

  private static ModelRequest warmUp(Prompt prompt) {
    return ModelRequest.of("warm", prompt.beginning())
        .withTools(prompt.tools())
        .withStableMessages(prompt.stableMessages())
        .withSchema(prompt.schema())
        .withMaxTokens(1)
        .inBackground();
  }
}
