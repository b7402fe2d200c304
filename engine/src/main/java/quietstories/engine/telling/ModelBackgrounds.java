package quietstories.engine.telling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quietstories.engine.BackgroundWriter;
import quietstories.json.JsonObject;
import quietstories.json.TornJson;
import quietstories.model.Cancellation;
import quietstories.model.ChatModel;
import quietstories.model.ModelException;
import quietstories.model.ModelRequest;
import quietstories.prompt.BackgroundPrompt;
import quietstories.story.Entity;
import quietstories.story.EntityId;
import quietstories.story.ScenarioSpec;

/** Has a model introduce the world and all its people in one call. */
public final class ModelBackgrounds implements BackgroundWriter {

  private static final int TOKENS_PER_TEXT = 300;
  private static final double TEMPERATURE = 0.75;

  private final ChatModel model;

  /** Creates a writer that asks {@code model}. */
  public ModelBackgrounds(ChatModel model) {
    this.model = model;
  }

  @Override
  public Backgrounds write(ScenarioSpec spec, boolean world, List<Entity> entities) {
    if (!world && entities.isEmpty()) {
      return new Backgrounds(Optional.empty(), Map.of(), List.of());
    }
    try {
      return read(
          ask(BackgroundPrompt.write(spec, world, entities), entities.size() + 1), world, entities);
    } catch (ModelException e) {
      return new Backgrounds(
          Optional.empty(),
          Map.of(),
          List.of("The backgrounds could not be written: " + e.getMessage()));
    }
  }

  private JsonObject ask(BackgroundPrompt prompt, int texts) {
    StringBuilder answer = new StringBuilder();
    ModelRequest request =
        ModelRequest.of("backgrounds", prompt.messages())
            .withSchema(Optional.of(prompt.schema()))
            .withMaxTokens(texts * TOKENS_PER_TEXT)
            .withTemperature(TEMPERATURE);
    model.ask(request, answer::append, new Cancellation());
    int brace = answer.indexOf("{");
    return brace < 0 ? JsonObject.EMPTY : TornJson.object(answer.substring(brace)).value();
  }

  private static Backgrounds read(JsonObject answer, boolean world, List<Entity> entities) {
    Optional<String> worldText = world ? text(answer, "world") : Optional.empty();
    JsonObject people = answer.object("people").orElse(JsonObject.EMPTY);
    Map<EntityId, String> texts = new LinkedHashMap<>();
    List<String> notes = new ArrayList<>();
    if (world && worldText.isEmpty()) {
      notes.add("The model wrote no text for the world.");
    }
    for (Entity entity : entities) {
      text(people, entity.id().value())
          .ifPresentOrElse(
              found -> texts.put(entity.id(), found),
              () -> notes.add("The model wrote no background for " + entity.name() + "."));
    }
    return new Backgrounds(worldText, texts, notes);
  }

  private static Optional<String> text(JsonObject json, String key) {
    return json.text(key).map(String::strip).filter(found -> !found.isEmpty());
  }
}
