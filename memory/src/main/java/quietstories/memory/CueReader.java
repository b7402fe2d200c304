package quietstories.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quietstories.story.RelationshipType;

/**
 * Guesses from the words of a text what its owner is to those it names, where nobody said so in
 * structured form. Cue words count as whole words; a negation within three words before one turns
 * its sentiment, and takes away its type, or makes a friend of an enemy; intensifiers make it
 * stronger.
 *
 * <p>Sentiment is (positive - negative) / (positive + negative) over the weights of the cues. Of
 * several types the first in the order of {@link RelationshipType} is taken, except that a negative
 * text about a friend is about an adversary.
 */
public final class CueReader {

  /**
   * What a text says.
   *
   * @param sentiment from -1 to 1
   * @param strength from 0 to 1
   */
  public record Reading(RelationshipType type, double sentiment, double strength) {}

  private record Cue(Optional<RelationshipType> type, double sentiment) {}

  private static final Pattern WORD = Pattern.compile("[\\p{L}]+(?:['’][\\p{L}]+)?");
  private static final int NEGATION_REACH = 3;
  private static final double USUAL = 0.6;
  private static final double INTENSE = 1.5;

  private static final Set<String> NEGATIONS =
      words(
          "not no never neither nor without hardly barely cannot can't don't doesn't didn't won't"
              + " wouldn't isn't wasn't aren't weren't couldn't stopped ceased lost refused refuse"
              + " refuses nobody nothing stop stops anything longer");
  private static final Set<String> INTENSIFIERS =
      words(
          "really totally very deeply truly utterly completely dearly absolutely fiercely bitterly"
              + " so extremely entirely always forever");
  private static final Map<String, Cue> CUES = CueWords.all(CueReader::cue);

  private CueReader() {}

  private static Cue cue(String type, String sentiment) {
    return new Cue(RelationshipType.named(type), Double.parseDouble(sentiment));
  }

  /** Returns what the text says, or an acquaintance without sentiment if it has no cue. */
  public static Reading read(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT).replace('’', '\''));
    while (matcher.find()) {
      words.add(matcher.group());
    }
    double positive = 0;
    double negative = 0;
    Optional<RelationshipType> type = Optional.empty();
    for (int i = 0; i < words.size(); i++) {
      Cue cue = CUES.get(words.get(i));
      if (cue == null) {
        continue;
      }
      boolean negated = isNear(words, i, NEGATIONS, NEGATION_REACH);
      double weight = Math.abs(cue.sentiment()) * (isNear(words, i, INTENSIFIERS, 2) ? INTENSE : 1);
      if (cue.sentiment() > 0 != negated) {
        positive += cue.sentiment() == 0 ? 0 : weight;
      } else {
        negative += cue.sentiment() == 0 ? 0 : weight;
      }
      type = first(type, negated ? opposite(cue) : cue.type());
    }
    return reading(type, positive, negative);
  }

  /** Returns what is left of a cue's type when it is denied: kin stay kin, enemies are friends. */
  private static Optional<RelationshipType> opposite(Cue cue) {
    return cue.type()
        .flatMap(
            type ->
                switch (type) {
                  case FAMILY -> Optional.of(type);
                  case ADVERSARIAL -> Optional.of(RelationshipType.FRIENDSHIP);
                  case FRIENDSHIP, ROMANTIC, MENTOR, PROFESSIONAL, ACQUAINTANCE -> Optional.empty();
                });
  }

  private static Reading reading(
      Optional<RelationshipType> type, double positive, double negative) {
    double all = positive + negative;
    double sentiment = all == 0 ? 0 : (positive - negative) / all;
    RelationshipType kept = type.orElse(RelationshipType.ACQUAINTANCE);
    boolean loose =
        switch (kept) {
          case FRIENDSHIP, ACQUAINTANCE -> true;
          case FAMILY, ROMANTIC, ADVERSARIAL, MENTOR, PROFESSIONAL -> false;
        };
    if (loose && sentiment < 0) {
      kept = RelationshipType.ADVERSARIAL;
    } else if (kept == RelationshipType.ADVERSARIAL && sentiment > 0) {
      kept = RelationshipType.FRIENDSHIP;
    }
    return new Reading(kept, sentiment, Math.min(1, USUAL * all));
  }

  private static Optional<RelationshipType> first(
      Optional<RelationshipType> a, Optional<RelationshipType> b) {
    return a.isEmpty() || (b.isPresent() && b.get().compareTo(a.get()) < 0) ? b : a;
  }

  private static boolean isNear(List<String> words, int at, Set<String> wanted, int reach) {
    return words.subList(Math.max(0, at - reach), at).stream().anyMatch(wanted::contains);
  }

  private static Set<String> words(String text) {
    return Set.of(text.split(" "));
  }
}
