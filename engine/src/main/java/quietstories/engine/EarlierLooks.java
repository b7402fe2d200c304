package quietstories.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;
import quietstories.story.Session;
import quietstories.story.ToolUse;
import quietstories.story.Turn;
import quietstories.tools.Sighting;
import quietstories.tools.Toolbox;

/**
 * What stood at a place in the state when the turn ended in which a tool last read there. It asks
 * the turns that are kept, so it goes back with an undo and outlives a restart.
 */
record EarlierLooks(SessionStore store, Toolbox toolbox, Session session)
    implements Function<JsonPath, Optional<Sighting>> {

  /** How many turns it looks back; what was read before that counts as never read. */
  private static final int REACH = 20;

  @Override
  public Optional<Sighting> apply(JsonPath place) {
    int from = Math.max(1, session.turn() - REACH + 1);
    List<Turn> turns = store.turns(session.id(), from, session.turn() - from + 1);
    return turns.reversed().stream()
        .filter(turn -> turn.toolUses().stream().anyMatch(use -> looksAt(use, place)))
        .findFirst()
        .flatMap(turn -> store.load(session.id(), turn.number()))
        .map(then -> new Sighting(then.state().at(place)));
  }

  private boolean looksAt(ToolUse use, JsonPath place) {
    return use.fate().isGood()
        && use.arguments() instanceof JsonObject arguments
        && toolbox
            .tool(use.name())
            .flatMap(tool -> tool.looksAt(arguments))
            .map(path -> JsonPath.parse(path).within(session.spec().state()))
            .filter(place::equals)
            .isPresent();
  }
}
