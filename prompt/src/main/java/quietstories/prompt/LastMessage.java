package quietstories.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import quietstories.story.Entity;
import quietstories.story.RefusedChange;
import quietstories.story.Turn;

/**
 * The end of a prompt: what is true now, what the rules decided, and the player's words. It is read
 * anew each turn, so it holds nothing that could stand earlier.
 */
final class LastMessage {

  private static final int CAST = 20;
  private static final double STATE = 0.5;
  private static final double MINDS = 0.25;
  private static final double OTHER = 0.08;

  private LastMessage() {}

  /** Returns the message; what the rules decided and the player's words are always whole. */
  static String write(Scene scene, PromptLimits limits, Room room) {
    List<String> lines = new ArrayList<>(changing(scene, limits, room));
    lines.add(RulesWords.line(scene.verdict()));
    scene
        .action()
        .flatMap(action -> action.description())
        .ifPresent(words -> lines.add("The action means: " + PlayerWords.quoted(words)));
    events(lines, scene);
    scene
        .ending()
        .ifPresent(
            ending ->
                lines.add(
                    "The story ends with this turn ("
                        + ending.kind().wireName()
                        + "): "
                        + PlayerWords.quoted(ending.message())
                        + " Tell this ending."));
    lines.add(PlayerWords.line(scene.input()));
    return String.join("\n", lines);
  }

  /** Returns what may be shortened to fit. */
  private static List<String> changing(Scene scene, PromptLimits limits, Room room) {
    int most = room.changing();
    List<String> lines = new ArrayList<>();
    lines.add(
        StateWords.now(
            scene.session().spec().state(),
            scene.state(),
            room.initialState(),
            (int) (most * STATE)));
    List<String> minds = MindWords.lines(scene.minds(), limits.maxMemoriesPerEntity());
    minds.forEach(line -> lines.add(Cut.to(line, (int) (most * MINDS) / minds.size())));
    List<String> others = new ArrayList<>();
    String joined = joined(scene);
    if (!joined.isEmpty()) {
      others.add("Also there: " + joined);
    }
    if (!scene.offered().isEmpty()) {
      others.add("The player may next: " + offered(scene));
    }
    if (!scene.history().isEmpty()) {
      fromLastTurn(others, scene.history().getLast());
    }
    others.forEach(line -> lines.add(Cut.to(line, (int) (most * OTHER))));
    return lines;
  }

  private static void events(List<String> lines, Scene scene) {
    scene.session().spec().randomEvents().stream()
        .filter(event -> scene.verdict().events().contains(event.id()))
        .flatMap(event -> event.description().stream())
        .forEach(words -> lines.add("It happens: " + PlayerWords.quoted(words)));
  }

  private static void fromLastTurn(List<String> lines, Turn last) {
    if (!last.narratorRolls().isEmpty()) {
      lines.add(
          last.narratorRolls().stream().map(RulesWords::roll).collect(Collectors.joining(" ")));
    }
    if (!last.refused().isEmpty()) {
      lines.add(
          "Of your last changes these were refused: "
              + last.refused().stream()
                  .map(LastMessage::refused)
                  .collect(Collectors.joining("; ")));
    }
  }

  private static String refused(RefusedChange refused) {
    return refused.change().op().wireName()
        + " "
        + PlayerWords.quoted(Cut.to(refused.change().path(), 90))
        + " ("
        + refused.reason()
        + ")";
  }

  /** Returns those of the cast whom the beginning of the prompt does not name. */
  private static String joined(Scene scene) {
    List<Entity> named = Opening.listed(scene.session());
    return scene.entities().stream()
        .filter(entity -> named.stream().noneMatch(known -> known.id().equals(entity.id())))
        .limit(CAST)
        .map(e -> PlayerWords.quoted(e.id().value()) + " is " + PlayerWords.quoted(e.name()))
        .collect(Collectors.joining(", "));
  }

  private static String offered(Scene scene) {
    return scene.offered().stream()
        .map(action -> PlayerWords.quoted(action.label()))
        .collect(Collectors.joining(", "));
  }
}
