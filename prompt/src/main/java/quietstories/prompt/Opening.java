package quietstories.prompt;

import java.util.List;
import java.util.stream.Collectors;
import quietstories.model.Message;
import quietstories.story.Entity;
import quietstories.story.Session;

/** The fixed beginning of a session's prompts: the task, the world and the cast it began with. */
final class Opening {

  private static final int BACKGROUND = 300;
  private static final int CAST = 12;

  private static final String EXAMPLE_INPUT =
      "The player: \"I try the door.\"\nThe rules: free action.";

  private static final String EXAMPLE_ANSWER =
      "The handle turns, but the door holds. Something heavy stands behind it, and it scrapes an inch"
          + " when you lean in.\n"
          + NarratorText.MARKER
          + "\n{\"state_changes\":[],\"suggested_actions\":[\"Push harder\",\"Listen at the door\","
          + "\"Look for another way\"]}";

  private Opening() {}

  static List<Message> messages(Session session, AnswerForm form) {
    Message system = Message.system(NarratorText.system(form) + world(session));
    return switch (form) {
      case CALLS, JSON -> List.of(system);
      // why: small models do not keep to the marker from a description alone, but from an example.
      case MARKER ->
          List.of(system, Message.user(EXAMPLE_INPUT), Message.assistant(EXAMPLE_ANSWER));
    };
  }

  private static String world(Session session) {
    StringBuilder text = new StringBuilder("\nThe story: ");
    text.append(PlayerWords.quoted(session.spec().name())).append('\n');
    session
        .worldBackground()
        .or(() -> session.spec().opening())
        .ifPresent(world -> text.append("The world: ").append(quoted(world, 1_200)).append('\n'));
    session
        .protagonist()
        .ifPresent(who -> text.append("The player is ").append(described(who)).append('\n'));
    text.append("Others:\n")
        .append(
            session.entities().stream()
                .filter(entity -> !entity.id().equals(session.pointOfView()))
                .limit(CAST)
                .map(entity -> "- " + described(entity))
                .collect(Collectors.joining("\n")));
    return text.append('\n').toString();
  }

  private static String described(Entity entity) {
    String background = entity.background().map(text -> ": " + quoted(text, BACKGROUND)).orElse("");
    return "%s (%s, %s)%s"
        .formatted(
            PlayerWords.quoted(entity.name()),
            PlayerWords.quoted(entity.id().value()),
            PlayerWords.quoted(entity.type()),
            background);
  }

  private static String quoted(String text, int most) {
    return PlayerWords.quoted(Cut.to(text, most));
  }
}
