package quietstories.tools;

import java.util.List;
import quietstories.story.Roll;

/** What a tool comes to. Texts are for the narrator. */
public sealed interface ToolResult {

  /**
   * What was found out.
   *
   * @param rolls the dice that fell for it
   */
  record Told(String text, List<Roll> rolls) implements ToolResult {

    public Told {
      rolls = List.copyOf(rolls);
    }

    /** Creates a result without dice. */
    public Told(String text) {
      this(text, List.of());
    }
  }

  /**
   * What is to happen, in order. The rules admit each wish or refuse it, and the narrator is told
   * which.
   *
   * @param done the words for it if everything is admitted
   */
  record Wished(List<Wish> wishes, String done) implements ToolResult {

    public Wished {
      wishes = List.copyOf(wishes);
    }
  }

  /** It could not be done; says why and what would be right. */
  record Failed(String reason) implements ToolResult {}
}
