package quietstories.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quietstories.memory.Cast;
import quietstories.memory.Mind;
import quietstories.memory.Question;
import quietstories.memory.View;
import quietstories.prompt.Minds;
import quietstories.prompt.PromptLimits;
import quietstories.story.Action;
import quietstories.story.Entity;
import quietstories.story.EntityId;
import quietstories.story.PlayerInput;
import quietstories.story.Session;

/** Finds what the point of view recalls and sees of others, before the narrator is asked. */
public final class Recaller {

  /** How long a turn waits for the meaning of the player's words. */
  private static final Duration PATIENCE = Duration.ofMillis(150);

  /** How long a tool waits for the meaning of its words; its own deadline is longer. */
  private static final Duration TOOL_PATIENCE = Duration.ofMillis(1_500);

  private static final int PRESENT = 20;
  private static final int MOST = 40;

  private final ReadyMinds minds;
  private final Embedder embedder;

  Recaller(ReadyMinds minds, Embedder embedder) {
    this.minds = minds;
    this.embedder = embedder;
  }

  /** Returns what bears on this input, for the point of view and nobody else. */
  Minds recall(Session session, PlayerInput input, List<Entity> cast, PromptLimits limits) {
    Mind mind = minds.of(session);
    View view = mind.seenBy(session.pointOfView());
    List<EntityId> present = cast.stream().map(Entity::id).limit(PRESENT).toList();
    return new Minds(
        mind.size() == 0 ? List.of() : view.search(question(session, input, limits)),
        view.relationshipsAmong(present),
        present.stream().map(entity -> view.mood(entity, session.turn())).toList());
  }

  /** Returns what tools may look at, for the point of view and nobody else. */
  quietstories.tools.Minds forTools(Session session, List<Entity> cast) {
    Mind mind = minds.of(session);
    return quietstories.tools.Minds.of(
        mind,
        cast,
        session.pointOfView(),
        session.turn() + 1,
        words -> embedder.ofQuestion(words, TOOL_PATIENCE).filter(mind::fits));
  }

  private Question question(Session session, PlayerInput input, PromptLimits limits) {
    String words = words(session, input);
    int most = Math.min(MOST, 2 * limits.maxMemoriesPerEntity());
    Question question =
        Question.of(words, most, session.turn())
            .naming(Cast.of(session.entities()).mentionedIn(words));
    return minds
        .comparable(session, embedder.ofQuestion(words, PATIENCE))
        .map(question::meant)
        .orElse(question);
  }

  /** An action is looked for by what it is called and what it means. */
  private static String words(Session session, PlayerInput input) {
    Optional<Action> action = input.action().flatMap(session.spec()::action);
    return Stream.of(input.text(), action.map(Action::label), action.flatMap(Action::description))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" "));
  }
}
