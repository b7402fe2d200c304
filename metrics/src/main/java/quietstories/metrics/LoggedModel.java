package quietstories.metrics;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quietstories.model.Cancellation;
import quietstories.model.ChatModel;
import quietstories.model.Message;
import quietstories.model.ModelAnswer;
import quietstories.model.ModelListener;
import quietstories.model.ModelRequest;

/** A model whose messages leave a line each in the log, for operators who look for what is sent. */
public final class LoggedModel extends WatchedModel {

  private static final Logger LOG = LoggerFactory.getLogger("quietstories.MessageLog");
  private static final int SHOWN = 100;

  private final boolean withContent;

  /**
   * Creates a logged view of {@code model}.
   *
   * @param withContent whether the beginning of each message is shown as well
   */
  public LoggedModel(ChatModel model, boolean withContent) {
    super(model);
    this.withContent = withContent;
  }

  @Override
  public ModelAnswer ask(ModelRequest request, ModelListener listener, Cancellation cancellation) {
    int index = 0;
    for (Message message : request.messages()) {
      LOG.info(
          "[MessageLog] {} {} {}: {} characters{}",
          request.purpose(),
          index++,
          message.role(),
          message.text().length(),
          withContent ? ": " + beginning(message.text()) : "");
    }
    return model.ask(request, listener, cancellation);
  }

  private static String beginning(String text) {
    return text.substring(0, Math.min(SHOWN, text.length()));
  }
}
