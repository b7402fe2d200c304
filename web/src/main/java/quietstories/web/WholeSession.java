package quietstories.web;

import java.util.List;
import quietstories.engine.Memories;
import quietstories.engine.ModelHealth;
import quietstories.engine.Sessions;
import quietstories.json.JsonObject;
import quietstories.story.Session;
import quietstories.story.Turn;

/** Shows a session whole: as it stands, with its turns, what it offers and who remembers what. */
final class WholeSession {

  private final Sessions sessions;
  private final Memories memories;
  private final ModelHealth health;

  WholeSession(Sessions sessions, Memories memories, ModelHealth health) {
    this.sessions = sessions;
    this.memories = memories;
    this.health = health;
  }

  /** Returns the answer that shows {@code session}. */
  JsonObject of(Session session) {
    List<Turn> turns = sessions.turns(session.id(), 1, Math.max(1, session.turn()));
    return SessionJson.whole(session, turns, sessions.available(session), health.now().narrator())
        .merge(MemoryJson.books(memories.mind(session)));
  }
}
