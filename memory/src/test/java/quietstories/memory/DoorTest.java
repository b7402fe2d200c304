package quietstories.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import quietstories.story.Memory;
import quietstories.story.MemoryId;
import quietstories.story.Visibility;

class DoorTest {

  private final Door door = new Door(Minds.cast(), Minds.ids());

  @Test
  void anOwnerIsMeantByIdNameOrPartOfTheNameInAnyCase() {
    for (String owner : List.of("mira", "MIRA HOLT", " Mira  Holt ", "holt")) {
      assertThat(only(Wish.of(owner, "I lit the beacon", 1)).owner()).isEqualTo(Minds.id("Mira"));
    }
  }

  @Test
  void anUnknownOwnerIsRefusedWithNearMisses() {
    assertThat(refusal(Wish.of("Tobyn", "x", 1))).contains("Tobyn").contains("tobin");
    assertThat(refusal(Wish.of("Napoleon", "x", 1))).contains("the cast is mira");
  }

  @Test
  void unknownWordsAreRefusedWithWhatIsAllowed() {
    assertThat(refusal(Wish.of("mira", "x", 1).about("gossip"))).contains("gossip", "belief");
    assertThat(refusal(Wish.of("mira", "x", 1).knownTo("friends"))).contains("private, public");
    assertThat(refusal(Wish.of("mira", " ", 1))).contains("blank");
    Wish eleven =
        new Wish("mira", "x", Optional.empty(), Optional.empty(), OptionalInt.of(11), 1, List.of());
    assertThat(refusal(eleven)).contains("1 to 10");
  }

  @Test
  void thoseNamedInTheTextAreRelatedOnWordBoundaries() {
    assertThat(only(Wish.of("mira", "Tobin's boat and Ansel's; no Rosalinda", 1)).related())
        .containsExactly(Minds.id("Tobin"), Minds.id("Ansel"));
  }

  @Test
  void theSameAgainIsALaterVersionOfTheSame() {
    Mind mind = Mind.empty();
    Admissions first = door.admit(mind, List.of(Wish.of("mira", "I saw  Tobin", 3)));
    mind = mind.after(first.change()).mind();
    Admissions second =
        door.admit(
            mind,
            List.of(
                Wish.of("Mira Holt", " I saw Tobin ", 5),
                Wish.of("mira", "I saw Tobin", 4).knownTo("public")));
    mind = mind.after(second.change()).mind();
    assertThat(mind.size()).isEqualTo(2);
    Memory again = mind.memory(new MemoryId("m0")).orElseThrow();
    assertThat(again.turn()).isEqualTo(5);
    assertThat(again.visibility()).isEqualTo(Visibility.PRIVATE);
  }

  @Test
  void anImportanceThatNobodyGaveIsEstimatedAndSaidSo() {
    Memory vow = only(Wish.of("mira", "I swore to avenge the murder", 1).about("goal"));
    Memory bread = only(Wish.of("mira", "The bread was good", 1));
    assertThat(vow.estimated() && bread.estimated()).isTrue();
    assertThat(vow.importance()).isGreaterThan(bread.importance());
  }

  private Memory only(Wish wish) {
    return switch (door.admit(Mind.empty(), List.of(wish)).each().getFirst()) {
      case Admission.Admitted<Memory>(Memory memory, boolean any) -> memory;
      case Admission.Refused<Memory>(String reason) -> throw new AssertionError(reason);
    };
  }

  private String refusal(Wish wish) {
    return switch (door.admit(Mind.empty(), List.of(wish)).each().getFirst()) {
      case Admission.Admitted<Memory> admitted -> throw new AssertionError(admitted.toString());
      case Admission.Refused<Memory>(String reason) -> reason;
    };
  }
}
