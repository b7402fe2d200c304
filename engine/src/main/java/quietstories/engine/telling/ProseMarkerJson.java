package quietstories.engine.telling;

import java.util.List;
import java.util.function.Consumer;
import quietstories.model.ToolSpec;
import quietstories.prompt.AnswerForm;
import quietstories.tools.Toolbox;

/** Prose, a marker line, one JSON object; every model can do that. */
final class ProseMarkerJson implements Protocol {

  @Override
  public AnswerForm form() {
    return AnswerForm.MARKER;
  }

  @Override
  public List<ToolSpec> tools(Toolbox toolbox) {
    return List.of();
  }

  @Override
  public Hearing listen(Consumer<String> story) {
    return new AnswerStream(story);
  }
}
