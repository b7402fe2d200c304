package quietstories.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.model.AnswerSchema;
import quietstories.model.Message;
import quietstories.story.StorySoFar;
import quietstories.story.Turn;

/**
 * Asks, after a turn, what is worth keeping of it. It begins with the turn's own prompt and answer,
 * so that a server reads nothing anew but its last message.
 *
 * @param summarises the last turn that the summary it asks for tells of, empty if it asks for none
 */
public record AfterthoughtPrompt(
    List<Message> messages, AnswerSchema schema, OptionalInt summarises) {

  private static final String TASK =
      """
      After the turn: the telling is over; do not go on with it. Look back at what has just happened \
      and answer with one JSON object and nothing else. Name people by their ids. Its keys:
      - "memories": a list of {"owner","content","scope","visibility","importance"}, what somebody \
      will remember of this turn; visibility is public or private, importance 1 to 10.
      - "relationships": a list of {"from","to","type","sentiment"} that this turn has changed; \
      sentiment from -1 to 1.
      - "emotions": a list of {"entity_id","emotion","intensity"} that this turn has raised; \
      intensity from -1 to 1.
      - "suggested_actions": three to five short things the player might do next.
      Keep to what was told. Empty lists are usual. The state of the world cannot be changed now.""";

  public AfterthoughtPrompt {
    messages = List.copyOf(messages);
  }

  /**
   * Returns the prompt.
   *
   * @param fallen turns that are no longer in the prompt and not yet in a summary, oldest first; if
   *     they end before the prompt's own begin, the summary goes on to their end and no further
   */
  public static AfterthoughtPrompt write(
      Prompt prompt, Turn turn, Optional<StorySoFar> before, List<Turn> fallen) {
    List<Message> messages = new ArrayList<>(prompt.messages());
    messages.add(PastTurn.messages(turn, prompt.trace().form()).getLast());
    OptionalInt through = through(prompt, turn, fallen);
    String summary = through.isPresent() ? summary(through.getAsInt(), before, fallen) : "";
    messages.add(Message.user(TASK + summary));
    return new AfterthoughtPrompt(messages, schema(through.isPresent()), through);
  }

  private static OptionalInt through(Prompt prompt, Turn turn, List<Turn> fallen) {
    int first = prompt.trace().firstTurn() == 0 ? turn.number() : prompt.trace().firstTurn();
    boolean gap = !fallen.isEmpty() && fallen.getLast().number() < first - 1;
    return gap && prompt.summaryDue().isPresent()
        ? OptionalInt.of(fallen.getLast().number())
        : prompt.summaryDue();
  }

  private static String summary(int through, Optional<StorySoFar> before, List<Turn> fallen) {
    String known =
        before
            .map(story -> " It goes on from this: " + PlayerWords.quoted(story.text()))
            .orElse("");
    String told =
        fallen.stream()
            .map(
                turn ->
                    "\nTurn %d. %s Told: %s"
                        .formatted(
                            turn.number(),
                            PlayerWords.line(turn.input()),
                            PlayerWords.quoted(turn.outcome().narrative())))
            .collect(Collectors.joining());
    return "\n- \"summary\": the story from its beginning through turn "
        + through
        + " and no further, in at most 150 words, with names, promises and open questions."
        + known
        + told;
  }

  private static AnswerSchema schema(boolean summary) {
    JsonObject.Builder properties =
        JsonObject.builder()
            .put(
                "memories",
                list(
                    JsonObject.builder()
                        .put("owner", text(60))
                        .put("content", text(240))
                        .put("scope", text(40))
                        .put("visibility", text(20))
                        .put("importance", type("integer"))
                        .build()))
            .put(
                "relationships",
                list(
                    JsonObject.builder()
                        .put("from", text(60))
                        .put("to", text(60))
                        .put("type", text(40))
                        .put("sentiment", type("number"))
                        .build()))
            .put(
                "emotions",
                list(
                    JsonObject.builder()
                        .put("entity_id", text(60))
                        .put("emotion", text(40))
                        .put("intensity", type("number"))
                        .build()))
            .put("suggested_actions", array(text(90)));
    if (summary) {
      properties.put("summary", text(1_200));
    }
    return new AnswerSchema("Afterthought", object(properties.build()));
  }

  private static JsonObject list(JsonObject properties) {
    return array(object(properties));
  }

  private static JsonObject array(Json items) {
    return JsonObject.builder().put("type", "array").put("items", items).put("maxItems", 5).build();
  }

  private static JsonObject object(JsonObject properties) {
    return JsonObject.builder()
        .put("type", "object")
        .put("properties", properties)
        .put("required", JsonArray.ofTexts(properties.members().keySet()))
        .put("additionalProperties", false)
        .build();
  }

  private static JsonObject text(int most) {
    return JsonObject.builder().put("type", "string").put("maxLength", most).build();
  }

  private static JsonObject type(String name) {
    return JsonObject.of("type", Json.of(name));
  }
}
