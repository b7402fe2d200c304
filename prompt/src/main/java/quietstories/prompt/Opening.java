package quietstories.prompt;

import java.util.ArrayList;
import java.util.List;
import quietstories.model.Message;
import quietstories.story.Entity;
import quietstories.story.Session;

/** The fixed beginning of a session's prompts: the task, the world and the cast. */
final class Opening {

  /** Of more people than this only those who join later are told, in the last message. */
  static final int CAST = 12;

  private static final int BACKGROUND = 300;
  private static final int WORLD = 1_200;

  private static final String EXAMPLE_INPUT =
      "The rules: free action.\nThe player: \"I try the door.\"";

  private static final String EXAMPLE_ANSWER =
      "The handle turns, but the door holds. Something heavy stands behind it, and it scrapes an inch"
          + " when you lean in.\n"
          + NarratorText.MARKER
          + "\n{\"state_changes\":[],\"suggested_actions\":[\"Push harder\",\"Listen at the door\","
          + "\"Look for another way\"]}";

  private Opening() {}

  /** Returns the messages that are the same for every story. */
  static List<Message> fixed(AnswerForm form) {
    return messages(form, "");
  }

  /** Returns the messages for one session. */
  static List<Message> messages(Session session, AnswerForm form, Room room) {
    return messages(form, world(session, room));
  }

  private static List<Message> messages(AnswerForm form, String world) {
    Message system = Message.system(NarratorText.system(form) + world);
    return switch (form) {
      case CALLS, JSON -> List.of(system);
      // why: small models do not keep to the marker from a description alone, but from an example.
      case MARKER ->
          List.of(system, Message.user(EXAMPLE_INPUT), Message.assistant(EXAMPLE_ANSWER));
    };
  }

  private static String world(Session session, Room room) {
    List<String> lines = new ArrayList<>();
    lines.add("\nThe story: " + quoted(session.spec().name(), BACKGROUND));
    int left = room.background();
    String world =
        session.worldBackground().or(() -> session.spec().opening()).map(Opening::world).orElse("");
    if (!world.isEmpty() && left > 0) {
      lines.add(Cut.quoted("The world: ", world, Math.min(world.length(), left / 2)));
      left -= lines.getLast().length();
    }
    List<Entity> cast = listed(session);
    int each = Math.min(BACKGROUND, Math.max(0, left) / Math.max(1, cast.size()));
    session.protagonist().ifPresent(who -> lines.add("The player is " + described(who, each)));
    cast.stream()
        .filter(entity -> !entity.id().equals(session.pointOfView()))
        .forEach(entity -> lines.add("- " + described(entity, each)));
    StateWords.beginning(session.spec().state(), room.initialState()).ifPresent(lines::add);
    return String.join("\n", lines) + "\n";
  }

  private static String world(String text) {
    return Cut.to(text, WORLD);
  }

  /** Returns those of the cast whom the beginning names. */
  static List<Entity> listed(Session session) {
    return session.entities().stream().limit(CAST).toList();
  }

  /** Everybody keeps id and name, however little room there is. */
  private static String described(Entity entity, int characters) {
    String who =
        "%s (%s, %s)"
            .formatted(
                quoted(entity.name(), BACKGROUND),
                PlayerWords.quoted(entity.id().value()),
                PlayerWords.quoted(entity.type()));
    int left = characters - who.length();
    return entity
        .background()
        .filter(_ -> left > 40)
        .map(text -> Cut.quoted(who + ": ", text, left))
        .orElse(who);
  }

  private static String quoted(String text, int most) {
    return PlayerWords.quoted(Cut.to(text, most));
  }
}
