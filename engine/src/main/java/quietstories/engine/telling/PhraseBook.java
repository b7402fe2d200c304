package quietstories.engine.telling;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quietstories.rules.Dice;

/** The sentences of the built-in narrator, by the occasion they are for. */
final class PhraseBook {

  private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");

  private final Map<String, List<String>> sections;

  private PhraseBook(Map<String, List<String>> sections) {
    this.sections = sections;
  }

  /** Returns the book that comes with the program. */
  static PhraseBook standard() {
    try (InputStream in =
        Objects.requireNonNull(
            PhraseBook.class.getResourceAsStream("phrases.txt"), "phrases.txt is missing")) {
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PhraseBook parse(String text) {
    Map<String, List<String>> sections = new HashMap<>();
    List<String> current = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("[")) {
        current = new ArrayList<>();
        sections.put(line.substring(1, line.length() - 1), current);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        current.add(line);
      }
    }
    return new PhraseBook(sections);
  }

  /**
   * Returns a sentence for an occasion, drawn by {@code dice} among those that {@code slots} can
   * fill and that are not in {@code used}; empty if there is none left.
   */
  Optional<String> sentence(
      String section, Map<String, String> slots, Set<String> used, Dice dice) {
    List<String> phrases = Objects.requireNonNull(sections.get(section), section);
    List<String> ready =
        phrases.stream()
            .flatMap(phrase -> fill(phrase, slots).stream())
            .filter(sentence -> !used.contains(sentence))
            .toList();
    return ready.isEmpty() ? Optional.empty() : Optional.of(ready.get(dice.below(ready.size())));
  }

  /** A slot that is written with a capital gets its text with a capital. */
  private static Optional<String> fill(String phrase, Map<String, String> slots) {
    Matcher matcher = SLOT.matcher(phrase);
    StringBuilder sentence = new StringBuilder();
    while (matcher.find()) {
      String name = matcher.group(1);
      String text = slots.get(name.toLowerCase(java.util.Locale.ROOT));
      if (text == null) {
        return Optional.empty();
      }
      boolean capital = Character.isUpperCase(name.charAt(0)) || matcher.start() == 0;
      matcher.appendReplacement(
          sentence, Matcher.quoteReplacement(capital ? Words.capital(text) : text));
    }
    matcher.appendTail(sentence);
    return Optional.of(sentence.toString());
  }
}
