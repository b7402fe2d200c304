package quietstories.engine.telling;

import java.util.List;
import java.util.function.Consumer;

/**
 * The narrative of one turn, to which each answer of the model appends a paragraph. What goes in is
 * what the model meant as story; what comes out is fit to be shown.
 */
final class Storyline {

  private final List<String> toolNames;
  private final NarrativeSink sink;
  private final Echo echo;

  Storyline(String playersWords, List<String> toolNames, Consumer<String> audience) {
    this.toolNames = toolNames;
    this.sink = new NarrativeSink(audience);
    this.echo = new Echo(playersWords, sink::accept);
  }

  /** Begins the part that the next answer tells. */
  Veil nextAnswer() {
    if (!told().isEmpty()) {
      // why: the veil begins with a line break of its own, and two make a paragraph.
      echo.accept("\n");
    }
    return Veil.over(toolNames, echo::accept);
  }

  /** Ends the narrative. */
  void end() {
    echo.end();
  }

  /** Returns everything that was shown. */
  String told() {
    return sink.told();
  }
}
