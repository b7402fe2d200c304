package quietstories.memory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** The cue words of {@link CueReader}: type (or {@code -}), sentiment, words. */
final class CueWords {

  private static final String TABLE =
      """
      family 0 brother sister mother father son daughter uncle aunt cousin nephew niece grandmother grandfather
      family 0 sibling twin parent parents child kin kinsman family mum dad grandson granddaughter stepmother
      friendship 1 friend friends friendship trust trusts trusted trusting ally allies allied companion comrade
      friendship 1 rescued rescue rescuer saved saves befriended loyal loyalty helped helps helping protected
      friendship 1 protects protect defended defends forgave forgives forgiven confides confide confided
      friendship 0.7 shared laughed laugh laughs comforted comforts cheered supported supports
      romantic 1 love loves loved beloved adore adores adored romance kissed kiss kisses sweetheart darling
      romantic 1 lover lovers betrothed husband wife fiance married marry courting courted spouse smitten
      adversarial -1 enemy enemies hate hates hated hatred betray betrayed betrays betrayal traitor rival rivals
      adversarial -1 fear fears feared afraid distrust distrusts distrusted mistrust mistrusts attacked attacks
      adversarial -1 attack threatened threatens threat despise despises despised loathe loathes loathed foe
      adversarial -1 stole steals robbed cheated cheats cheat deceived deceives lied lies lying liar murdered
      adversarial -1 killed revenge vengeance hurt hurts resent resents resented insulted insults humiliated
      adversarial -1 poisoned scorns scorned terrified terrifies suspects suspicious dreads dread abandoned
      mentor 0.6 mentor mentors teacher taught teaches teach pupil student apprentice apprenticed master tutor
      mentor 0.6 tutored guides guided guide mentored disciple trained trains coached instructs instructed
      professional 0 colleague colleagues employer employee employs employed hired hires boss client customer
      professional 0 partner partners works worked working business trade trades contract captain foreman serves
      professional 0 coworker commander guild payroll wages supplier merchant
      - 1 likes like liked admire admires admired respect respects respected grateful gratitude thankful kind
      - 1 kindness generous fond cherish cherishes cherished proud warm gentle happy honest brave enjoys adoring
      - 0.8 welcomes welcomed praised praises pleased good appreciates appreciate delighted care cares caring
      - -1 dislike dislikes disliked angry anger furious cruel cruelty contempt bitter jealous envy envies mocks
      - -1 mocked annoyed annoys blames blamed disgusted disgusts avoids ignores ignored cold harsh unfair
      - -0.8 quarrelled quarrels argued argues disappointed disappoints selfish rude bad worried uneasy greedy
      """;

  private CueWords() {}

  /** Returns what {@code cue} makes of each word's type and sentiment. */
  static <T> Map<String, T> all(BiFunction<String, String, T> cue) {
    Map<String, T> all = new HashMap<>();
    TABLE
        .lines()
        .forEach(
            line -> {
              List<String> parts = List.of(line.split(" ", -1));
              for (String word : parts.subList(2, parts.size())) {
                all.put(word, cue.apply(parts.get(0), parts.get(1)));
              }
            });
    return Map.copyOf(all);
  }
}
