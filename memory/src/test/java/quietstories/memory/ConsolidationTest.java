package quietstories.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quietstories.story.Memory;
import quietstories.story.MemoryId;
import quietstories.story.MemoryScope;
import quietstories.story.MindChange;
import quietstories.story.Relationship;
import quietstories.story.Visibility;

class ConsolidationTest {

  private static final String SAME = "Tobin hid the lantern oil below the old harbour stairs";

  @Test
  void nearDuplicatesMergeAndSayWhatTheyReplace() {
    Mind mind =
        Mind.of(
            List.of(
                Minds.secret("a", "Mira", SAME, 1),
                Minds.secret("b", "Mira", SAME + " yesterday", 4)),
            List.of(),
            List.of());
    Consolidated result = consolidated(mind, 5);
    Mind after = mind.after(result.change()).mind();
    assertThat(result.memoriesMerged()).isEqualTo(2);
    assertThat(result.memoriesRemoved()).isEqualTo(2);
    assertThat(after.memories().toList()).singleElement().satisfies(ConsolidationTest::isWhole);
  }

  private static void isWhole(Memory whole) {
    assertThat(whole.replaces()).containsExactly(new MemoryId("a"), new MemoryId("b"));
    assertThat(whole.turn()).isEqualTo(4);
  }

  @Test
  void ownersVisibilitiesNegationsAndNumbersStayApart() {
    Mind mind =
        Mind.of(
            List.of(
                Minds.secret("a", "Mira", SAME, 1),
                Minds.open("b", "Mira", SAME, 1),
                Minds.secret("c", "Tobin", SAME, 1),
                Minds.secret("d", "Mira", SAME.replace("hid", "never hid"), 1),
                Minds.secret("e", "Mira", SAME + " 3 times", 1)),
            List.of(),
            List.of());
    assertThat(consolidated(mind, 5).change()).isEqualTo(MindChange.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          twelve days after the feast           | seven days after the feast
          twelve days after the feast           | twelve days before the feast
          3 days with 5 wagons                  | 5 days with 3 wagons
          a week at the north gate              | a week at the south gate
          May on the first barge                | June on the first barge
          a week                                | a week, no longer
          a week below the green banner         | a week below the black banner
          """)
  void whatDiffersInOneWordOnWhichAllHangsStaysApart(String one, String other) {
    String caravan = "The caravan with silk, salt and copper lamps from Ostrava arrives in ";
    Mind mind =
        Mind.of(
            List.of(
                Minds.secret("a", "Mira", caravan + one, 1),
                Minds.secret("b", "Mira", caravan + other, 2)),
            List.of(),
            List.of());
    assertThat(consolidated(mind, 5).change()).isEqualTo(MindChange.NONE);
  }

  @Test
  void oldAndUnimportantOnesAreSummedUpAndEverythingElseStays() {
    List<Memory> all = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      MemoryScope scope = i % 7 == 0 ? MemoryScope.GOAL : MemoryScope.EVENT;
      all.add(
          memory(
              "m" + i,
              "Errand alpha" + i + " beta" + i + " gamma" + i,
              scope,
              i % 5 == 0 ? 9 : 3,
              i));
    }
    Relationship edge = edge(new MemoryId("m1"));
    Mind mind = Mind.of(all, List.of(edge), List.of());
    Consolidated result = consolidated(mind, 80);
    Mind after = mind.after(result.change()).mind();
    Set<Memory> kept = after.memories().collect(Collectors.toSet());
    assertThat(result.memoriesSummarized()).isPositive().isEqualTo(result.memoriesRemoved());
    assertThat(result.change().removed()).hasSize(result.memoriesRemoved());
    assertThat(kept)
        .containsAll(
            all.stream()
                .filter(m -> m.importance() > 4 || m.turn() >= 60 || m.scope() == MemoryScope.GOAL)
                .toList());
    assertThat(kept).contains(all.get(1));
    assertThat(scopes(after)).isEqualTo(scopes(mind));
  }

  @Test
  void whatItChangedCanBeTakenBack() {
    Mind mind =
        Mind.of(
            List.of(
                Minds.secret("a", "Mira", SAME, 1), Minds.secret("b", "Mira", SAME + " now", 2)),
            List.of(edge(new MemoryId("a"))),
            List.of());
    Step step = mind.after(consolidated(mind, 3).change());
    assertThat(step.mind().relationships().getFirst().evidence())
        .containsExactly(new MemoryId("n0"));
    Mind back = step.mind().back(step.back());
    assertThat(new HashSet<>(back.memories().toList()))
        .isEqualTo(new HashSet<>(mind.memories().toList()));
    assertThat(back.relationships()).isEqualTo(mind.relationships());
  }

  private static Relationship edge(MemoryId evidence) {
    RelationWish wish =
        new RelationWish(
            "mira",
            "tobin",
            Optional.empty(),
            OptionalDouble.of(1),
            OptionalDouble.empty(),
            Optional.of(evidence),
            1);
    return switch (Relations.admit(Mind.empty(), Minds.cast(), wish)) {
      case Admission.Admitted<Relationship>(Relationship edge, boolean any) -> edge;
      case Admission.Refused<Relationship>(String reason) -> throw new AssertionError(reason);
    };
  }

  private static Set<MemoryScope> scopes(Mind mind) {
    return mind.memories().map(Memory::scope).collect(Collectors.toSet());
  }

  private static Memory memory(
      String id, String content, MemoryScope scope, int importance, int turn) {
    return new Memory(
        new MemoryId(id),
        Minds.id("Mira"),
        content,
        scope,
        Visibility.PRIVATE,
        turn,
        importance,
        false,
        List.of(),
        List.of());
  }

  private static Consolidated consolidated(Mind mind, int now) {
    int[] next = {0};
    return Consolidation.of(mind, now, () -> new MemoryId("n" + next[0]++), new Extract());
  }
}
