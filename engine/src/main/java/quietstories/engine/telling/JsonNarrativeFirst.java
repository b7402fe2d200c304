package quietstories.engine.telling;

import java.util.List;
import java.util.function.Consumer;
import quietstories.model.ToolSpec;
import quietstories.prompt.AnswerForm;
import quietstories.tools.Toolbox;

/**
 * One JSON object whose first member is the narrative. It is heard as the other form of text is,
 * since a model that is asked for one sometimes gives the other.
 */
final class JsonNarrativeFirst implements Protocol {

  @Override
  public AnswerForm form() {
    return AnswerForm.JSON;
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
