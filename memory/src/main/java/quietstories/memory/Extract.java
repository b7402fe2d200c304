package quietstories.memory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import quietstories.story.Memory;

/**
 * Sums memories up without a model: the first sentences of the most important ones, in the order in
 * which they happened, within {@value #MOST} characters.
 */
public final class Extract implements Summariser {

  private static final int MOST = 400;
  private static final int SENTENCES = 4;

  @Override
  public Optional<String> summarise(List<Memory> memories) {
    String text =
        memories.stream()
            .sorted(Comparator.comparingInt(Memory::importance).reversed())
            .limit(SENTENCES)
            .sorted(Comparator.comparingInt(Memory::turn))
            .map(memory -> firstSentence(memory.content()))
            .collect(Collectors.joining(" "));
    return Optional.of(text);
  }

  private static String firstSentence(String content) {
    int end = content.length();
    for (int i = 0; i < content.length() - 1; i++) {
      if (".!?".indexOf(content.charAt(i)) >= 0 && content.charAt(i + 1) == ' ') {
        end = i + 1;
        break;
      }
    }
    String sentence =
        content.substring(
            0,
            Math.min(
                end,
                content.offsetByCodePoints(
                    0, Math.min(MOST / SENTENCES, content.codePointCount(0, content.length())))));
    return ".!?".indexOf(sentence.charAt(sentence.length() - 1)) >= 0 ? sentence : sentence + ".";
  }
}
