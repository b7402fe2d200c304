package quietstories.metrics;

import quietstories.model.ChatModel;
import quietstories.model.ModelIdentity;

/** A model of which somebody watches what is asked; in all else it is the one within. */
abstract class WatchedModel implements ChatModel {

  /** The one that answers. */
  final ChatModel model;

  WatchedModel(ChatModel model) {
    this.model = model;
  }

  @Override
  public final ModelIdentity identity() {
    return model.identity();
  }

  @Override
  public final void connect() {
    model.connect();
  }
}
