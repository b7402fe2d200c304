package quietstories.memory;

import java.util.regex.Pattern;
import quietstories.story.EntityId;
import quietstories.story.Memory;
import quietstories.story.MemoryScope;
import quietstories.story.Visibility;

/** What makes two memories the same: owner, scope, visibility and the words, spaces folded. */
record Statement(EntityId owner, MemoryScope scope, Visibility visibility, String content) {

  private static final Pattern SPACE = Pattern.compile("\\s+");

  Statement {
    content = folded(content);
  }

  static Statement of(Memory memory) {
    return new Statement(memory.owner(), memory.scope(), memory.visibility(), memory.content());
  }

  /** Returns the text with one space between words and none around it. */
  static String folded(String text) {
    String stripped = text.strip();
    return plain(stripped) ? stripped : SPACE.matcher(stripped).replaceAll(" ");
  }

  private static boolean plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c != ' ' && Character.isWhitespace(c)) || (c == ' ' && text.charAt(i + 1) == ' ')) {
        return false;
      }
    }
    return true;
  }
}
