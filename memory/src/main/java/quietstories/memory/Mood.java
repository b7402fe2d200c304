package quietstories.memory;

import java.util.List;
import java.util.Map;
import quietstories.story.Emotion;
import quietstories.story.Feeling;

/**
 * What somebody feels now.
 *
 * @param dominant the name of the strongest emotion, or {@code neutral}
 * @param intensity the mean intensity of that emotion as far as it has faded, from -1 to 1; 0 if
 *     neutral
 * @param recent the last five feelings, the newest last
 * @param distribution what is still felt, by emotion
 */
public record Mood(
    String dominant, double intensity, List<Feeling> recent, Map<Emotion, Share> distribution) {

  /** The mood of somebody who feels nothing. */
  public static final Mood NEUTRAL = new Mood("neutral", 0, List.of(), Map.of());

  public Mood {
    recent = List.copyOf(recent);
    distribution = Map.copyOf(distribution);
  }

  /**
   * One emotion's part of a mood.
   *
   * @param count how many feelings of it are still felt
   * @param totalIntensity the sum of their intensities, each after its decay
   */
  public record Share(int count, double totalIntensity) {}
}
