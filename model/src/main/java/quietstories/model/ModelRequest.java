package quietstories.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import quietstories.json.JsonObject;

/**
 * One question to a model.
 *
 * @param purpose what it is for, for logs and meters: {@code narrate}, {@code generate}, …
 * @param tools the tools it may call, in the order in which they are shown
 * @param mayCall whether it may call them now; if not, they are only described, where a vendor
 *     wants them described that were called before
 * @param stableMessages how many messages at the beginning will come again unchanged in the next
 *     request, so that a vendor who wants to be told can keep them in its cache; 0 marks none
 * @param schema the form of the answer, if it is to be JSON
 * @param maxTokens the most tokens to generate; empty leaves it to the server
 * @param temperature empty leaves it to the provider's default
 * @param urgent whether a player waits for the answer
 * @param remarks what is known of it beforehand, for logs and meters; no text of the story, and
 *     never sent
 */
public record ModelRequest(
    String purpose,
    List<Message> messages,
    List<ToolSpec> tools,
    boolean mayCall,
    int stableMessages,
    Optional<AnswerSchema> schema,
    OptionalInt maxTokens,
    OptionalDouble temperature,
    boolean urgent,
    JsonObject remarks) {

  public ModelRequest {
    messages = List.copyOf(messages);
    tools = List.copyOf(tools);
    if (messages.isEmpty()) {
      throw new IllegalArgumentException("a request needs a message");
    }
    if (stableMessages < 0 || stableMessages > messages.size()) {
      throw new IllegalArgumentException("stableMessages must be from 0 to the number of messages");
    }
  }

  /** Returns a request for text that a player waits for, without limits of its own. */
  public static ModelRequest of(String purpose, List<Message> messages) {
    return new ModelRequest(
        purpose,
        messages,
        List.of(),
        true,
        0,
        Optional.empty(),
        OptionalInt.empty(),
        OptionalDouble.empty(),
        true,
        JsonObject.EMPTY);
  }

  /** Returns this request with those tools. */
  public ModelRequest withTools(List<ToolSpec> newTools) {
    return new ModelRequest(
        purpose,
        messages,
        newTools,
        mayCall,
        stableMessages,
        schema,
        maxTokens,
        temperature,
        urgent,
        remarks);
  }

  /** Returns this request for an answer that calls none of its tools. */
  public ModelRequest withoutCalls() {
    return new ModelRequest(
        purpose,
        messages,
        tools,
        false,
        stableMessages,
        schema,
        maxTokens,
        temperature,
        urgent,
        remarks);
  }

  /** Returns this request, whose first {@code count} messages will come again. */
  public ModelRequest withStableMessages(int count) {
    return new ModelRequest(
        purpose, messages, tools, mayCall, count, schema, maxTokens, temperature, urgent, remarks);
  }

  /** Returns this request for an answer of that form, or of any form if it is empty. */
  public ModelRequest withSchema(Optional<AnswerSchema> newSchema) {
    return new ModelRequest(
        purpose,
        messages,
        tools,
        mayCall,
        stableMessages,
        newSchema,
        maxTokens,
        temperature,
        urgent,
        remarks);
  }

  /** Returns this request for an answer of at most {@code count} tokens. */
  public ModelRequest withMaxTokens(int count) {
    return new ModelRequest(
        purpose,
        messages,
        tools,
        mayCall,
        stableMessages,
        schema,
        OptionalInt.of(count),
        temperature,
        urgent,
        remarks);
  }

  /** Returns this request at that temperature. */
  public ModelRequest withTemperature(double value) {
    return new ModelRequest(
        purpose,
        messages,
        tools,
        mayCall,
        stableMessages,
        schema,
        maxTokens,
        OptionalDouble.of(value),
        urgent,
        remarks);
  }

  /** Returns this request as one for which nobody waits. */
  public ModelRequest inBackground() {
    return new ModelRequest(
        purpose,
        messages,
        tools,
        mayCall,
        stableMessages,
        schema,
        maxTokens,
        temperature,
        false,
        remarks);
  }

  /** Returns this request with those remarks beside the ones that it has. */
  public ModelRequest withRemarks(JsonObject more) {
    return new ModelRequest(
        purpose,
        messages,
        tools,
        mayCall,
        stableMessages,
        schema,
        maxTokens,
        temperature,
        urgent,
        remarks.merge(more));
  }
}
