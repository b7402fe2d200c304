package quietstories.engine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands events to a listener and keeps the turn safe from it. */
final class Announcer {

  private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

  private final TurnListener listener;

  Announcer(TurnListener listener) {
    this.listener = listener;
  }

  void say(TurnEvent event) {
    try {
      listener.on(event);
    } catch (RuntimeException e) {
      LOG.warn("A turn's listener failed; the turn goes on.", e);
    }
  }

  boolean shows() {
    return listener.shows();
  }
}
