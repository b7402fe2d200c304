package quietstories.prompt;

import java.util.List;
import java.util.stream.Collectors;
import quietstories.story.Entity;
import quietstories.story.RefusedChange;
import quietstories.story.Turn;

/** The end of a prompt: what is true now, what the rules decided, and the player's words. */
final class LastMessage {

  private static final int CAST = 20;

  private LastMessage() {}

  /** Returns the message; the state takes at most half of {@code characters}. */
  static String write(Scene scene, int characters) {
    StringBuilder text = new StringBuilder();
    line(text, "State: " + Cut.to(scene.state().write(), characters / 2));
    line(text, "Cast: " + cast(scene.entities()));
    if (!scene.offered().isEmpty()) {
      line(text, "The player may next: " + offered(scene));
    }
    if (!scene.history().isEmpty()) {
      fromLastTurn(text, scene.history().getLast());
    }
    line(text, RulesWords.line(scene.verdict()));
    scene
        .verdict()
        .action()
        .flatMap(scene.session().spec()::action)
        .flatMap(action -> action.description())
        .ifPresent(words -> line(text, "The action means: " + PlayerWords.quoted(words)));
    events(text, scene);
    scene
        .ending()
        .ifPresent(
            ending ->
                line(
                    text,
                    "The story ends with this turn ("
                        + ending.kind().wireName()
                        + "): "
                        + PlayerWords.quoted(ending.message())
                        + " Tell this ending."));
    text.append(PlayerWords.line(scene.input()));
    return text.toString();
  }

  private static void events(StringBuilder text, Scene scene) {
    scene.session().spec().randomEvents().stream()
        .filter(event -> scene.verdict().events().contains(event.id()))
        .flatMap(event -> event.description().stream())
        .forEach(words -> line(text, "It happens: " + PlayerWords.quoted(words)));
  }

  private static void fromLastTurn(StringBuilder text, Turn last) {
    last.narratorRolls().forEach(roll -> line(text, RulesWords.roll(roll)));
    if (!last.refused().isEmpty()) {
      line(
          text,
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

  private static String cast(List<Entity> entities) {
    return entities.stream()
        .limit(CAST)
        .map(e -> PlayerWords.quoted(e.id().value()) + " is " + PlayerWords.quoted(e.name()))
        .collect(Collectors.joining(", "));
  }

  private static String offered(Scene scene) {
    return scene.offered().stream()
        .map(action -> PlayerWords.quoted(action.label()))
        .collect(Collectors.joining(", "));
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }
}
