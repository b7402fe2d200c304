package quietstories.prompt;

import java.util.List;
import quietstories.model.Message;

/**
 * The number of tokens of a text, estimated as a quarter of its characters, and four more for each
 * message. The ratio is the usual one for English text and the public vocabularies.
 */
public final class TokenEstimate {

  private static final int CHARACTERS_PER_TOKEN = 4;
  private static final int PER_MESSAGE = 4;

  private TokenEstimate() {}

  /** Returns the estimate for one message. */
  public static int of(Message message) {
    return message.text().length() / CHARACTERS_PER_TOKEN + PER_MESSAGE;
  }

  /** Returns the estimate for a conversation. */
  public static int of(List<Message> messages) {
    return messages.stream().mapToInt(TokenEstimate::of).sum();
  }

  /** Returns how many characters fit into {@code tokens}. */
  static int characters(int tokens) {
    return tokens * CHARACTERS_PER_TOKEN;
  }
}
