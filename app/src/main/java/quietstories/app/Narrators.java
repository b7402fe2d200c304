package quietstories.app;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import quietstories.authoring.Author;
import quietstories.authoring.BuiltinAuthor;
import quietstories.authoring.ModelAuthor;
import quietstories.engine.BackgroundWriter;
import quietstories.engine.ModelHealth;
import quietstories.engine.Narrator;
import quietstories.engine.PromptDesk;
import quietstories.engine.TurnLog;
import quietstories.engine.telling.BuiltinBackgrounds;
import quietstories.engine.telling.BuiltinNarrator;
import quietstories.engine.telling.ModelBackgrounds;
import quietstories.engine.telling.ModelNarrator;
import quietstories.metrics.LoggedModel;
import quietstories.model.ChatModel;
import quietstories.model.ModelIdentity;
import quietstories.prompt.AnswerForm;
import quietstories.providers.Finding;
import quietstories.providers.ModelSelection;
import quietstories.providers.ModelSettings;
import quietstories.providers.Selection;
import quietstories.providers.ServedModel;
import quietstories.providers.Servers;
import quietstories.story.NarratorIdentity;
import quietstories.tools.Toolbox;

/** Everybody who writes: one model for all of it, or the built-in ones. */
record Narrators(
    Narrator narrator,
    Author author,
    BackgroundWriter backgrounds,
    ModelHealth health,
    PromptDesk desk,
    Optional<ChatModel> model) {

  /** Decides who writes, as the settings say it. */
  static Narrators of(
      Settings settings,
      Toolbox toolbox,
      Watching watching,
      Supplier<String> ids,
      InstantSource clock) {
    NarratorSettings wanted = settings.narrator();
    if (wanted.provider() == ModelProvider.BUILTIN) {
      return builtin("MODEL_PROVIDER is builtin");
    }
    return switch (ModelSelection.choose(model(wanted), new Servers())) {
      case Selection.None(String reason) -> builtin(reason);
      case Selection.Chosen(ServedModel model, String reason) -> {
        ChatModel logged =
            wanted.messageLog() ? new LoggedModel(model, settings.log().content()) : model;
        ChatModel measured = watching.over(logged, ids, clock);
        yield told(settings, toolbox, model, measured, reason);
      }
    };
  }

  private static Narrators builtin(String reason) {
    ModelHealth.Status status = new ModelHealth.Status(true, NarratorIdentity.BUILTIN, reason);
    return new Narrators(
        new BuiltinNarrator(),
        new BuiltinAuthor(),
        new BuiltinBackgrounds(),
        () -> status,
        new PromptDesk(),
        Optional.empty());
  }

  private static Narrators told(
      Settings settings, Toolbox toolbox, ServedModel model, ChatModel measured, String reason) {
    Optional<AnswerForm> form = form(settings.narrator().protocol());
    // why: the start does not wait for a server, but the first turn should find it warm.
    Thread.ofVirtual().name("model-connect").start(model::connect);
    TurnLog log = new TurnLog(settings.narrator().verboseSteps());
    PromptDesk desk = new PromptDesk();
    return new Narrators(
        new ModelNarrator(measured, form, toolbox, settings.tools().rounds(), log, desk),
        new ModelAuthor(measured, settings.trials().minFailRate()),
        new ModelBackgrounds(measured),
        () -> status(model, form, reason),
        desk,
        Optional.of(measured));
  }

  private static ModelHealth.Status status(
      ServedModel model, Optional<AnswerForm> form, String reason) {
    Optional<ModelIdentity> known = model.known().map(Finding::identity);
    NarratorIdentity identity =
        new NarratorIdentity(
            model.provider(),
            known.map(ModelIdentity::name),
            form.or(() -> known.map(who -> ModelNarrator.form(who.abilities())))
                .map(AnswerForm::wireName));
    String trouble = model.isTroubled() ? "; its last call failed" : "";
    String found = model.known().map(finding -> "; " + finding.words()).orElse("");
    return new ModelHealth.Status(!model.isTroubled(), identity, reason + found + trouble);
  }

  private static Optional<AnswerForm> form(ModelProtocol protocol) {
    return switch (protocol) {
      case AUTO -> Optional.empty();
      case CALLS -> Optional.of(AnswerForm.CALLS);
      case MARKER -> Optional.of(AnswerForm.MARKER);
      case JSON -> Optional.of(AnswerForm.JSON);
    };
  }

  private static ModelSettings model(NarratorSettings wanted) {
    return new ModelSettings(
        wanted.provider().name().toLowerCase(Locale.ROOT),
        wanted.base(),
        wanted.key().map(Secret::reveal),
        wanted.anthropicKey().map(Secret::reveal),
        wanted.model(),
        wanted.lmStudioBase(),
        ModelSettings.Deadlines.of(wanted.timeout()),
        wanted.concurrency(),
        List.copyOf(ModelSettings.USUAL_PORTS),
        wanted.protocol() == ModelProtocol.AUTO);
  }
}
