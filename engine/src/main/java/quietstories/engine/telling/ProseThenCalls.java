package quietstories.engine.telling;

import java.util.List;
import java.util.function.Consumer;
import quietstories.model.ToolSpec;
import quietstories.prompt.AnswerForm;
import quietstories.story.ToolAccess;
import quietstories.tools.Toolbox;

/**
 * Prose, then calls in the same answer. Suggestions then come from the rules, and what people feel
 * and remember from the background call after the turn, unless a tool says it.
 */
final class ProseThenCalls implements Protocol {

  @Override
  public AnswerForm form() {
    return AnswerForm.CALLS;
  }

  @Override
  public List<ToolSpec> tools(Toolbox toolbox) {
    return toolbox.specs();
  }

  @Override
  public Hearing listen(Consumer<String> story) {
    AnswerStream answer = new AnswerStream(story);
    return new WithFirstWords(answer, new FirstWords(answer::text));
  }

  private static final class WithFirstWords implements Hearing {

    private final AnswerStream answer;
    private final FirstWords first;
    private boolean wrote;

    WithFirstWords(AnswerStream answer, FirstWords first) {
      this.answer = answer;
      this.first = first;
    }

    @Override
    public void text(String piece) {
      first.accept(piece);
    }

    @Override
    public void call(ToolAccess access) {
      switch (access) {
        case READ -> first.drop();
        case WRITE -> {
          first.release();
          wrote = true;
        }
      }
    }

    @Override
    public void end() {
      first.release();
      answer.end();
    }

    @Override
    public boolean closed() {
      return wrote || answer.closed();
    }

    @Override
    public String structured() {
      return answer.structured();
    }
  }
}
