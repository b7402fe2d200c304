package quietstories.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import quietstories.json.JsonArray;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;
import quietstories.json.TornJson;
import quietstories.memory.Cast;
import quietstories.memory.RelationWish;
import quietstories.model.Cancellation;
import quietstories.model.ChatModel;
import quietstories.model.ModelException;
import quietstories.model.ModelFault;
import quietstories.model.ModelRequest;
import quietstories.prompt.RelationshipPrompt;
import quietstories.story.EnrichmentTask;
import quietstories.story.Entity;
import quietstories.story.EntityId;
import quietstories.story.Memory;
import quietstories.story.MemoryId;
import quietstories.story.Visibility;

/** Has a model work out what a memory says about who is what to whom. */
public final class RelationshipReader {

  private static final double TEMPERATURE = 0.1;

  private final ChatModel model;

  /** Creates a reader that asks {@code model}. */
  public RelationshipReader(ChatModel model) {
    this.model = model;
  }

  /**
   * What the memory says.
   *
   * @param answer what the model answered, to be kept with the task
   */
  record Reading(JsonObject answer, List<RelationWish> wishes) {}

  /**
   * Returns what the task's memory says.
   *
   * @param evidence the memory, if it is still there
   * @throws ModelException if the model does not answer, or nothing that can be read
   */
  Reading read(EnrichmentTask task, List<Entity> cast, Optional<Memory> evidence, int turn) {
    StringBuilder text = new StringBuilder();
    ModelRequest request =
        ModelRequest.of("enrichment", RelationshipPrompt.messages(task, cast))
            .withSchema(RelationshipPrompt.schema())
            .withMaxTokens(RelationshipPrompt.TOKENS)
            .withTemperature(TEMPERATURE)
            .inBackground();
    model.ask(request, text::append, new Cancellation());
    int brace = text.indexOf("{");
    JsonObject answer =
        brace < 0 ? JsonObject.EMPTY : TornJson.object(text.substring(brace)).value();
    if (number(answer, "sentiment").isEmpty() && answer.array("specific_relationships").isEmpty()) {
      throw new ModelException(
          ModelFault.UNUSABLE, "The model's answer says nothing about relationships.", true);
    }
    return new Reading(answer, wishes(answer, task, Cast.of(cast), evidence, turn));
  }

  /**
   * A private memory tells only what its owner feels: what it says of others' hearts is known to
   * its owner alone, and they must not learn it as their own.
   */
  private static List<RelationWish> wishes(
      JsonObject answer, EnrichmentTask task, Cast cast, Optional<Memory> memory, int turn) {
    boolean open = memory.filter(m -> m.visibility() == Visibility.PUBLIC).isPresent();
    Optional<MemoryId> evidence = memory.map(Memory::id);
    OptionalDouble confidence = clamped(number(answer, "confidence"), 0);
    List<RelationWish> wishes = new ArrayList<>();
    answer
        .array("specific_relationships")
        .orElse(JsonArray.EMPTY)
        .objects()
        .filter(one -> open || isOf(task.entity(), one, cast))
        .forEach(
            one ->
                wishes.add(
                    new RelationWish(
                        one.text("from_entity").orElse(""),
                        one.text("to_entity").orElse(""),
                        one.text("type"),
                        clamped(number(one, "sentiment"), -1),
                        confidence,
                        evidence,
                        turn)));
    if (wishes.isEmpty()) {
      for (EntityId other : task.related()) {
        wishes.add(
            new RelationWish(
                task.entity().value(),
                other.value(),
                answer.text("relationship_type"),
                clamped(number(answer, "sentiment"), -1),
                confidence,
                evidence,
                turn));
      }
    }
    return wishes;
  }

  private static boolean isOf(EntityId owner, JsonObject relationship, Cast cast) {
    return relationship
        .text("from_entity")
        .flatMap(cast::resolve)
        .filter(owner::equals)
        .isPresent();
  }

  private static OptionalDouble number(JsonObject json, String key) {
    Optional<JsonNumber> number = json.number(key);
    return number.isPresent() ? OptionalDouble.of(number.get().value()) : OptionalDouble.empty();
  }

  private static OptionalDouble clamped(OptionalDouble number, double least) {
    return number.isPresent()
        ? OptionalDouble.of(Math.clamp(number.getAsDouble(), least, 1))
        : number;
  }
}
