package quietstories.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import quietstories.story.Memory;
import quietstories.story.MemoryId;
import quietstories.story.MemoryScope;
import quietstories.story.MindChange;
import quietstories.story.Relationship;
import quietstories.story.RelationshipType;
import quietstories.story.Visibility;

class RelationsTest {

  private Mind mind = Mind.empty();

  @Test
  void sentimentIsAMeanWeightedByStrength() {
    said("friendship", 1, 0.9);
    said("friendship", 0, 0.3);
    assertThat(edge().sentiment()).isBetween(0.74, 0.76);
    assertThat(mind.relationship(Minds.id("Tobin"), Minds.id("Mira"))).isEmpty();
  }

  @Test
  void theTypeTurnsWhenTheOtherSideOutweighsIt() {
    said("friendship", 1, 0.5);
    said("friendship", 1, 0.5);
    said("adversarial", -1, 0.6);
    assertThat(edge().type()).isEqualTo(RelationshipType.FRIENDSHIP);
    said("adversarial", -1, 0.9);
    assertThat(edge().type()).isEqualTo(RelationshipType.ADVERSARIAL);
  }

  @Test
  void everybodyWhoIsMentionedIsMet() {
    Memory memory =
        new Memory(
            new MemoryId("m"),
            Minds.id("Mira"),
            "I trust Tobin and Ansel",
            MemoryScope.RELATIONSHIP,
            Visibility.PRIVATE,
            1,
            5,
            true,
            List.of(Minds.id("Tobin"), Minds.id("Ansel")),
            List.of());
    assertThat(Relations.readFrom(memory))
        .extracting(RelationWish::to)
        .containsExactly("tobin", "ansel");
    assertThat(Relations.wantsEnrichment(memory)).isFalse();
  }

  @Test
  void evidenceIsBounded() {
    for (int i = 0; i < 50; i++) {
      said("friendship", 1, 0.5, Optional.of(new MemoryId("m" + i)));
    }
    assertThat(edge().evidence()).hasSize(Relations.EVIDENCE).endsWith(new MemoryId("m49"));
  }

  @Test
  void othersSeeARelationshipThatRestsOnPublicMemoriesAlone() {
    mind =
        Mind.of(
            List.of(
                Minds.open("o", "Mira", "I trust Tobin", 1),
                Minds.secret("s", "Mira", "I love Tobin", 1)),
            List.of(),
            List.of());
    said("friendship", 1, 0.5, Optional.of(new MemoryId("o")));
    assertThat(mind.seenBy(Minds.id("Ansel")).relationships()).hasSize(1);
    said("friendship", 1, 0.5, Optional.of(new MemoryId("s")));
    for (int i = 0; i < 30; i++) {
      said("friendship", 1, 0.5, Optional.of(new MemoryId("o")));
    }
    assertThat(mind.seenBy(Minds.id("Ansel")).relationships()).isEmpty();
    assertThat(mind.seenBy(Minds.id("Mira")).relationships()).hasSize(1);
  }

  @Test
  void summariesCountBothDirections() {
    said("friendship", 1, 0.5);
    EntitySummary mira = EntitySummary.of(Minds.id("Mira"), mind.relationships());
    assertThat(mira.outgoing()).isEqualTo(1);
    assertThat(EntitySummary.of(Minds.id("Tobin"), mind.relationships()).incoming()).isEqualTo(1);
    assertThat(GraphSummary.of(mind.relationships()).mostConnected()).hasSize(2);
    assertThat(GraphSummary.of(List.of()).averageStrength()).isZero();
  }

  private Relationship edge() {
    return mind.relationship(Minds.id("Mira"), Minds.id("Tobin")).orElseThrow();
  }

  private void said(String type, double sentiment, double strength) {
    said(type, sentiment, strength, Optional.empty());
  }

  private void said(String type, double sentiment, double strength, Optional<MemoryId> evidence) {
    RelationWish wish =
        new RelationWish(
            "mira",
            "tobin",
            Optional.of(type),
            OptionalDouble.of(sentiment),
            OptionalDouble.of(strength),
            evidence,
            1);
    mind =
        switch (Relations.admit(mind, Minds.cast(), wish)) {
          case Admission.Admitted<Relationship>(Relationship edge, boolean any) ->
              mind.after(new MindChange(List.of(), List.of(), List.of(edge), List.of())).mind();
          case Admission.Refused<Relationship>(String reason) -> throw new AssertionError(reason);
        };
  }
}
