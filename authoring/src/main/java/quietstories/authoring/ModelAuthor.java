package quietstories.authoring;

import java.util.List;
import java.util.Optional;
import quietstories.model.Cancellation;
import quietstories.model.ChatModel;
import quietstories.model.Message;
import quietstories.model.ModelAnswer;
import quietstories.model.ModelIdentity;
import quietstories.model.ModelRequest;
import quietstories.story.NarratorIdentity;
import quietstories.story.Problem;
import quietstories.story.ScenarioSpec;
import quietstories.story.SpecReading;

/**
 * Lets a language model write. A scenario takes one call, and one more, which names the faults, if
 * nothing playable can be made of the first answer; then it is an error.
 */
public final class ModelAuthor implements Author {

  private static final double WRITING = 0.7;
  private static final double ENRICHING = 0.8;

  /** About twice what a scenario of the size that is asked for takes. */
  private static final int SPEC_TOKENS = 6_000;

  private final ChatModel model;
  private final double minFailRate;

  /**
   * Creates an author.
   *
   * @param minFailRate the share of trials that should be lost, for scenarios that do not say it;
   *     above 0 and at most 1
   */
  public ModelAuthor(ChatModel model, double minFailRate) {
    if (!(minFailRate > 0 && minFailRate <= 1)) {
      throw new IllegalArgumentException("minFailRate must be above 0 and at most 1");
    }
    this.model = model;
    this.minFailRate = minFailRate;
  }

  @Override
  public NarratorIdentity identity() {
    ModelIdentity identity = model.identity();
    return new NarratorIdentity(
        identity.provider(), Optional.of(identity.name()), Optional.empty());
  }

  @Override
  public ScenarioSpec write(String description, long seed) {
    SpecTolerance tolerance = new SpecTolerance(seed, minFailRate);
    List<Message> question = ScenarioPrompt.messages(description);
    ModelAnswer first = ask(question);
    return switch (SpecAnswer.read(first, tolerance)) {
      case SpecReading.Valid(ScenarioSpec spec) -> spec;
      case SpecReading.Invalid(List<Problem> problems) ->
          second(ScenarioPrompt.again(question, first.text(), problems), tolerance);
    };
  }

  private ScenarioSpec second(List<Message> question, SpecTolerance tolerance) {
    return switch (SpecAnswer.read(ask(question), tolerance)) {
      case SpecReading.Valid(ScenarioSpec spec) -> spec;
      case SpecReading.Invalid _ ->
          throw unusable(
              "The model did not write a scenario that can be used, also when it was asked again."
                  + " Try once more, describe it in other words, or choose a larger model.");
    };
  }

  private ModelAnswer ask(List<Message> messages) {
    return ask(
        ModelRequest.of("generate", messages)
            .withSchema(Optional.of(SpecSchema.SCHEMA))
            .withMaxTokens(SPEC_TOKENS)
            .withTemperature(WRITING));
  }

  @Override
  public String enrich(String description, int maxTokens, long seed) {
    List<Message> messages = EnrichmentPrompt.messages(description);
    ModelAnswer answer =
        ask(
            ModelRequest.of("enrich", messages)
                .withMaxTokens(maxTokens)
                .withTemperature(ENRICHING));
    String text = unquoted(answer.text().strip());
    if (text.isBlank()) {
      throw unusable("The model answered with no text. Try once more, or choose another model.");
    }
    return text;
  }

  /** The description comes in quotes, which some models give back. */
  private static String unquoted(String text) {
    boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    boolean once = quoted && text.indexOf('"', 1) == text.length() - 1;
    return once ? text.substring(1, text.length() - 1).strip() : text;
  }

  private ModelAnswer ask(ModelRequest request) {
    return model.ask(request, piece -> {}, new Cancellation());
  }

  private static AuthoringException unusable(String message) {
    return new AuthoringException(AuthoringFault.UNUSABLE_ANSWER, message);
  }
}
