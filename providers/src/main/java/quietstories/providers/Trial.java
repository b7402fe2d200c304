package quietstories.providers;

import java.util.List;
import java.util.Optional;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonLimits;
import quietstories.json.JsonObject;
import quietstories.json.JsonReadException;
import quietstories.json.JsonReader;
import quietstories.model.AnswerSchema;
import quietstories.model.Message;
import quietstories.model.ModelAbilities;
import quietstories.model.ModelAnswer;
import quietstories.model.ModelException;
import quietstories.model.ModelFault;
import quietstories.model.ModelIdentity;
import quietstories.model.ModelRequest;
import quietstories.model.ToolSpec;

/** Finds out what a server can do by asking its model small things, at most three. */
final class Trial {

  private static final int TOKENS = 200;

  private static final JsonObject NOTHING =
      JsonObject.builder().put("type", "object").put("properties", JsonObject.EMPTY).build();

  private static final List<ToolSpec> TOOLS =
      List.of(
          new ToolSpec("listen", "Listens to the room.", NOTHING),
          new ToolSpec("look", "Looks at the room.", NOTHING));

  private static final AnswerSchema FORM =
      new AnswerSchema(
          "Ready",
          JsonObject.builder()
              .put("type", "object")
              .put(
                  "properties",
                  JsonObject.of("ready", JsonObject.builder().put("type", "boolean").build()))
              .put("required", JsonArray.of(Json.of("ready")))
              .put("additionalProperties", false)
              .build());

  private final Asker asker;

  /** Asks one question once, of a model taken to be able to do what the identity says. */
  @FunctionalInterface
  interface Asker {
    ModelAnswer ask(ModelRequest request, ModelIdentity as);
  }

  Trial(Asker asker) {
    this.asker = asker;
  }

  /**
   * Returns {@code finding} with what the answers show.
   *
   * @throws ModelException if the server did not answer, so that nothing is known
   */
  Finding of(Finding finding) {
    ModelIdentity who = able(finding.identity());
    Optional<ModelAnswer> called =
        ask(question("Use both tools, look and listen, now.").withTools(TOOLS), who);
    List<String> names =
        called.stream().flatMap(a -> a.calls().stream()).map(c -> c.name()).distinct().toList();
    boolean schema =
        finding.identity().abilities().schema()
            || ask(question("Say hello in five words.").withSchema(Optional.of(FORM)), who)
                .filter(Trial::isInForm)
                .isPresent();
    boolean tools = !names.isEmpty();
    boolean both =
        tools
            && schema
            && ask(question("Look.").withTools(TOOLS).withSchema(Optional.of(FORM)), who)
                .isPresent();
    ModelAbilities before = finding.identity().abilities();
    ModelAbilities now =
        new ModelAbilities(
            before.streams(),
            tools,
            names.size() > 1,
            schema,
            both,
            before.cachedTokens(),
            before.streamedUsage());
    return finding.with(now, words(names.size(), schema), false);
  }

  private static String words(int calls, boolean schema) {
    String tools =
        switch (calls) {
          case 0 -> "no tool";
          case 1 -> "one tool";
          default -> "two tools at once";
        };
    return "asked for two tools it called "
        + tools
        + (schema ? ", and it keeps to a schema" : ", and it does not keep to a schema");
  }

  /** Asks; empty if the server refuses a question of this kind. */
  private Optional<ModelAnswer> ask(ModelRequest request, ModelIdentity who) {
    try {
      return Optional.of(asker.ask(request, who));
    } catch (ModelException e) {
      if (e.fault() == ModelFault.REJECTED) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static ModelRequest question(String words) {
    return ModelRequest.of("probe", List.of(Message.user(words)))
        .withMaxTokens(TOKENS)
        .withTemperature(0)
        .inBackground();
  }

  private static boolean isInForm(ModelAnswer answer) {
    try {
      return JsonReader.read(answer.text(), JsonLimits.LENIENT) instanceof JsonObject object
          && object.flag("ready").isPresent();
    } catch (JsonReadException e) {
      return false;
    }
  }

  private static ModelIdentity able(ModelIdentity who) {
    ModelAbilities all = new ModelAbilities(true, true, true, true, true, true, true);
    return new ModelIdentity(who.provider(), who.name(), all, who.local());
  }
}
