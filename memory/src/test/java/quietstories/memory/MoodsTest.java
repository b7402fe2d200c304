package quietstories.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import quietstories.story.Emotion;
import quietstories.story.Feeling;

class MoodsTest {

  @Test
  void whoFeelsNothingIsNeutral() {
    assertThat(Moods.of(List.of(), 3)).isEqualTo(Mood.NEUTRAL);
  }

  @Test
  void aFeelingHalvesEveryTenTurnsAndIsGoneAfterForty() {
    List<Feeling> feelings = List.of(felt(Emotion.FEAR, 0.8, 10));
    assertThat(Moods.of(feelings, 10).distribution().get(Emotion.FEAR).totalIntensity())
        .isEqualTo(0.8);
    assertThat(Moods.of(feelings, 20).distribution().get(Emotion.FEAR).totalIntensity())
        .isCloseTo(0.4, Offset.offset(1e-9));
    assertThat(Moods.of(feelings, 51).dominant()).isEqualTo("neutral");
  }

  @Test
  void theStrongestEmotionDominatesAndTheNewestFiveAreShown() {
    List<Feeling> feelings = new ArrayList<>(List.of(felt(Emotion.FEAR, 1, 0)));
    for (int turn = 1; turn < 7; turn++) {
      feelings.add(felt(Emotion.JOY, 0.5, turn));
    }
    Mood mood = Moods.of(feelings, 7);
    assertThat(mood.dominant()).isEqualTo("joy");
    assertThat(mood.intensity()).isCloseTo(0.5 * Math.pow(0.5, 0.1), Offset.offset(1e-9));
    assertThat(mood.recent()).hasSize(5).endsWith(felt(Emotion.JOY, 0.5, 6));
  }

  @Test
  void theIntensityOfASingleFeelingFadesFromTurnToTurn() {
    List<Feeling> feelings = List.of(felt(Emotion.FEAR, -0.8, 10));
    for (int turn = 10; turn < 10 + Moods.FELT_TURNS; turn++) {
      assertThat(Math.abs(Moods.of(feelings, turn + 1).intensity()))
          .isLessThan(Math.abs(Moods.of(feelings, turn).intensity()));
    }
    assertThat(Moods.of(feelings, 20).intensity()).isCloseTo(-0.4, Offset.offset(1e-9));
    assertThat(Moods.of(feelings, 51).intensity()).isZero();
  }

  @Test
  void othersSeeAtMostTheNameOfAStrongFreshEmotion() {
    Mind mind = Mind.of(List.of(), List.of(), List.of(felt(Emotion.ANGER, 0.9, 5)));
    View tobin = mind.seenBy(Minds.id("Tobin"));
    assertThat(tobin.mood(Minds.id("Mira"), 6).dominant()).isEqualTo("anger");
    assertThat(tobin.mood(Minds.id("Mira"), 6).inner()).isEmpty();
    assertThat(tobin.mood(Minds.id("Mira"), 8).dominant()).isEqualTo("neutral");
    assertThat(mind.seenBy(Minds.id("Mira")).mood(Minds.id("Mira"), 6).inner()).isPresent();
  }

  private static Feeling felt(Emotion emotion, double intensity, int turn) {
    return new Feeling(
        Minds.id("Mira"), emotion, intensity, Optional.of("why"), Optional.empty(), turn);
  }
}
