package quietstories.engine.telling;

import java.util.List;
import quietstories.engine.Narration;
import quietstories.engine.Narrator;
import quietstories.engine.Telling;
import quietstories.prompt.PromptLimits;
import quietstories.prompt.Scene;
import quietstories.rules.Dice;
import quietstories.story.NarratorIdentity;
import quietstories.story.Outcome;

/**
 * Tells turns without any model: composes prose from the verdict, the dice, what has changed, the
 * events and the scene, by a grammar that chance leads. The same scene and dice give the same text.
 */
public final class BuiltinNarrator implements Narrator {

  private final PhraseBook phrases = PhraseBook.standard();

  @Override
  public NarratorIdentity identity() {
    return NarratorIdentity.BUILTIN;
  }

  @Override
  public Telling prepare(Scene scene, PromptLimits limits, Dice dice) {
    List<String> sentences = new Composition(phrases, scene, dice).sentences();
    return (audience, _, _) -> {
      StringBuilder told = new StringBuilder();
      for (String sentence : sentences) {
        String piece = told.isEmpty() ? sentence : " " + sentence;
        told.append(piece);
        audience.text(piece);
      }
      return new Narration(Outcome.told(told.toString()), List.of(), List.of(), List.of());
    };
  }
}
