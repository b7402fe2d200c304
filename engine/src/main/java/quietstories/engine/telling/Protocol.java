package quietstories.engine.telling;

import java.util.List;
import java.util.function.Consumer;
import quietstories.model.ToolSpec;
import quietstories.prompt.AnswerForm;
import quietstories.tools.Toolbox;

/** How a narrator speaks: what it is asked for, and how the story is heard in its answers. */
interface Protocol {

  /** Returns the form of answer that the prompt asks for. */
  AnswerForm form();

  /** Returns the tools that a request names. */
  List<ToolSpec> tools(Toolbox toolbox);

  /** Begins to hear an answer; what is story goes to {@code story} as it comes. */
  Hearing listen(Consumer<String> story);

  /** Returns the protocol of that form. */
  static Protocol of(AnswerForm form) {
    return switch (form) {
      case CALLS -> new ProseThenCalls();
      case MARKER -> new ProseMarkerJson();
      case JSON -> new JsonNarrativeFirst();
    };
  }
}
