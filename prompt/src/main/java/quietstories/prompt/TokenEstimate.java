package quietstories.prompt;

import java.util.List;
import quietstories.model.Message;
import quietstories.model.ToolSpec;

/**
 * The number of tokens of a text, estimated from its characters, and four more for each message.
 *
 * @param charactersPerToken from 1.5 to 8; 4 is the usual ratio for English text and the public
 *     vocabularies
 * @param error by which share the last estimate was off before it was learned from: 0.1 for a tenth
 * @param lessons how often it has learned
 */
public record TokenEstimate(double charactersPerToken, double error, int lessons) {

  /** The estimate for a model of which nothing is known. */
  public static final TokenEstimate DEFAULT = new TokenEstimate(4, 0, 0);

  private static final int PER_MESSAGE = 4;
  private static final double LEAST = 1.5;
  private static final double MOST = 8;

  /** Below this many tokens the messages' frames weigh too much to learn from. */
  private static final int ENOUGH = 200;

  private static final double WEIGHT = 0.3;

  public TokenEstimate {
    charactersPerToken = Math.clamp(charactersPerToken, LEAST, MOST);
  }

  /** Returns the estimate for one message. */
  public int of(Message message) {
    return tokens(message.text().length()) + PER_MESSAGE;
  }

  /** Returns the estimate for a conversation. */
  public int of(List<Message> messages) {
    return messages.stream().mapToInt(this::of).sum();
  }

  /** Returns the estimate for tools, as they stand in a request. */
  public int ofTools(List<ToolSpec> tools) {
    return tools.stream().mapToInt(tool -> tokens(characters(tool)) + PER_MESSAGE).sum();
  }

  /** Returns the estimate for a whole prompt. */
  public int of(Prompt prompt) {
    return ofTools(prompt.tools()) + of(prompt.messages());
  }

  /**
   * Returns the estimate that has learned what a server counted: the ratio moves three tenths of
   * the way, so that one odd answer does little, and stays within its bounds.
   *
   * @param counted tokens of that prompt by the server's own count
   */
  public TokenEstimate learned(Prompt prompt, int counted) {
    int frames = PER_MESSAGE * (prompt.messages().size() + prompt.tools().size());
    if (counted < ENOUGH || counted <= frames) {
      return this;
    }
    int characters =
        prompt.messages().stream().mapToInt(message -> message.text().length()).sum()
            + prompt.tools().stream().mapToInt(TokenEstimate::characters).sum();
    double seen = Math.clamp(characters / (double) (counted - frames), LEAST, MOST);
    double weight = lessons == 0 ? 1 : WEIGHT;
    return new TokenEstimate(
        charactersPerToken + weight * (seen - charactersPerToken),
        (of(prompt) - counted) / (double) counted,
        lessons + 1);
  }

  private int tokens(int characters) {
    return (int) Math.round(characters / charactersPerToken);
  }

  private static int characters(ToolSpec tool) {
    return tool.name().length() + tool.description().length() + tool.parameters().write().length();
  }
}
