package quietstories.memory;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import quietstories.story.Emotion;
import quietstories.story.Feeling;

/**
 * Works out moods. A feeling loses half its force every {@value #HALF_LIFE} turns and is no longer
 * felt after {@value #FELT_TURNS}.
 */
public final class Moods {

  /** After how many turns a feeling is half as strong. */
  public static final int HALF_LIFE = 10;

  /** How many turns a feeling is felt; by then a sixteenth of it is left. */
  public static final int FELT_TURNS = 40;

  private static final int RECENT = 5;

  private Moods() {}

  /**
   * Returns the mood that the feelings of one entity, oldest first, make at turn {@code now}. Its
   * dominant emotion is the one with the greatest weight times (1 + |mean intensity|), where each
   * feeling weighs what its decay has left of it; its intensity is their mean, as far as the
   * freshest of them has faded.
   */
  public static Mood of(List<Feeling> feelings, int now) {
    List<Feeling> felt = feelings.stream().filter(f -> now - f.turn() <= FELT_TURNS).toList();
    Map<Emotion, List<Feeling>> byEmotion = new EnumMap<>(Emotion.class);
    felt.forEach(f -> byEmotion.computeIfAbsent(f.emotion(), any -> new ArrayList<>()).add(f));
    List<Feeling> recent = feelings.subList(Math.max(0, feelings.size() - RECENT), feelings.size());
    Map<Emotion, Mood.Share> distribution = new EnumMap<>(Emotion.class);
    String dominant = Mood.NEUTRAL.dominant();
    double intensity = 0;
    double most = 0;
    for (Map.Entry<Emotion, List<Feeling>> entry : byEmotion.entrySet()) {
      double weight = entry.getValue().stream().mapToDouble(f -> left(f, now)).sum();
      double total = entry.getValue().stream().mapToDouble(f -> f.intensity() * left(f, now)).sum();
      double mean = total / weight;
      double pull = weight * (1 + Math.abs(mean));
      if (pull > most) {
        most = pull;
        dominant = entry.getKey().wireName();
        intensity = mean * entry.getValue().stream().mapToDouble(f -> left(f, now)).max().orElse(0);
      }
      distribution.put(entry.getKey(), new Mood.Share(entry.getValue().size(), total));
    }
    return new Mood(dominant, Math.clamp(intensity, -1, 1), recent, distribution);
  }

  /** Returns how much of a feeling is left at turn {@code now}, from 0 to 1. */
  public static double left(Feeling feeling, int now) {
    return Math.pow(0.5, Math.max(0, now - feeling.turn()) / (double) HALF_LIFE);
  }
}
