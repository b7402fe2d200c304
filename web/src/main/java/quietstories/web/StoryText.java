package quietstories.web;

import java.util.List;
import java.util.stream.Collectors;
import quietstories.story.Ending;
import quietstories.story.Session;
import quietstories.story.Turn;

/**
 * A story to read, as Markdown: what was told and what the player said, and nothing that players
 * did not see.
 */
final class StoryText {

  private StoryText() {}

  static String of(Session session, List<Turn> turns) {
    StringBuilder text = new StringBuilder("# ").append(oneLine(session.spec().name()));
    session.worldBackground().ifPresent(world -> paragraph(text, world));
    session.spec().opening().ifPresent(opening -> paragraph(text, opening));
    for (Turn turn : turns) {
      paragraph(text, "## Turn " + turn.number());
      TurnJson.userAction(turn, session.spec()).ifPresent(words -> paragraph(text, quote(words)));
      paragraph(text, turn.outcome().narrative());
    }
    session
        .ending()
        .map(Ending::message)
        .ifPresent(end -> paragraph(text, "**" + oneLine(end) + "**"));
    return text.append("\n").toString();
  }

  private static void paragraph(StringBuilder text, String words) {
    text.append("\n\n").append(words.strip());
  }

  private static String quote(String words) {
    return words.strip().lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
  }

  private static String oneLine(String words) {
    return words.strip().replaceAll("\\s+", " ");
  }
}
