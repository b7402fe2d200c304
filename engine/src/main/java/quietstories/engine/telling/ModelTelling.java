package quietstories.engine.telling;

import quietstories.engine.Narration;
import quietstories.engine.Telling;
import quietstories.engine.TurnLog;
import quietstories.json.JsonObject;
import quietstories.model.Cancellation;
import quietstories.model.ChatModel;
import quietstories.prompt.Prompt;
import quietstories.tools.Workbench;

/**
 * A telling by a model, ready to begin.
 *
 * @param playersWords what the player wrote, empty if nothing
 * @param remarks what is known of the prompt, for meters
 * @param rounds how many answers a turn takes at most
 */
record ModelTelling(
    ChatModel model,
    Protocol protocol,
    Prompt prompt,
    JsonObject remarks,
    String playersWords,
    int rounds,
    TurnLog log)
    implements Telling {

  @Override
  public Narration tell(Audience audience, Workbench workbench, Cancellation cancellation) {
    return new Conversation(this, audience, workbench, cancellation).hold();
  }
}
