package quietstories.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import quietstories.memory.Wish;
import quietstories.model.ModelException;
import quietstories.model.ModelFault;
import quietstories.story.EnrichmentTask;
import quietstories.story.Session;
import quietstories.story.SessionId;
import quietstories.story.TaskId;
import quietstories.story.TaskStatus;

/** Relationships that a memory's words leave open are worked out, or rest for all to see. */
class EnrichmentTest {

  private static final String READ =
      "Here: {\"sentiment\":0.6,\"relationship_type\":\"mentor\",\"confidence\":0.8,"
          + "\"reasoning\":\"so\",\"specific_relationships\":["
          + "{\"from_entity\":\"mira\",\"to_entity\":\"tom\",\"type\":\"mentor\",\"sentiment\":0.6},"
          + "{\"from_entity\":\"tom\",\"to_entity\":\"mira\",\"type\":\"adversarial\",\"sentiment\":-0.9}]}";

  private final Puppet reader = new Puppet();
  private final MindTable table =
      new MindTable(new InMemorySessionStore(), Optional.empty(), reader.asReader(), false);
  private final SessionId id = table.begin();

  @AfterEach
  void close() {
    table.close();
  }

  private static Wish wish(String visibility) {
    return Wish.of("mira", "Mira sat beside Tom all night.", 0)
        .about("relationship")
        .knownTo(visibility);
  }

  /** Has it remembered without anybody working on it at once. */
  private void remember(String visibility) {
    Session now = table.now(id);
    MindWishes wishes = MindWishes.remembering(List.of(wish(visibility)));
    table
        .remembering
        .store()
        .update(
            now.changed(now.moment(), TurnTime.SYSTEM.now()),
            table.remembering.writer().decide(now, now.entities(), 0, wishes).change());
  }

  @Test
  void whatIsToldFromOutsideIsWorkedOutWithoutATurnOrACall() {
    reader.says = _ -> READ;
    table.remembering.memories().add(id, List.of(wish("public")));
    MindTable.until(() -> tasks().getFirst().status() == TaskStatus.COMPLETED);
    assertThat(edges()).hasSize(2).contains("tom>mira adversarial");
  }

  private List<EnrichmentTask> tasks() {
    return table.remembering.memories().tasks(table.now(id));
  }

  private List<Enrichment.Worked> process(Optional<TaskId> only) {
    return table.remembering.enrichment().process(id, only);
  }

  private List<String> edges() {
    return table.mind(id).relationships().stream()
        .map(e -> e.from() + ">" + e.to() + " " + e.type().wireName())
        .sorted()
        .toList();
  }

  @Test
  void aTaskIsWorkedOutOnceAndItsEdgesRestOnTheMemory() {
    reader.says = _ -> READ;
    remember("public");
    assertThat(tasks()).hasSize(1);
    assertThat(process(Optional.empty()))
        .extracting("status")
        .containsExactly(TaskStatus.COMPLETED);
    assertThat(process(Optional.empty())).isEmpty();
    assertThat(edges()).hasSize(2).contains("tom>mira adversarial");
    assertThat(table.mind(id).relationships()).allMatch(edge -> edge.evidence().size() == 1);
  }

  @Test
  void aPrivateMemoryTellsNobodyElseWhatHeFeels() {
    reader.says = _ -> READ;
    remember("private");
    process(Optional.empty());
    assertThat(edges()).hasSize(1).allMatch(edge -> edge.startsWith("mira>tom"));
  }

  @Test
  void whatFailsIsTriedAgainAndThenRestsUntilItIsNamed() {
    reader.says =
        _ -> {
          throw new ModelException(ModelFault.UNAVAILABLE, "Nobody is there.", true);
        };
    remember("public");
    for (int i = 1; i < Enrichment.ATTEMPTS; i++) {
      assertThat(process(Optional.empty())).extracting("status").containsExactly(TaskStatus.QUEUED);
      assertThat(tasks().getFirst().attempts()).isEqualTo(i);
    }
    assertThat(process(Optional.empty())).extracting("status").containsExactly(TaskStatus.FAILED);
    assertThat(process(Optional.empty())).isEmpty();
    assertThat(tasks().getFirst().status()).isEqualTo(TaskStatus.FAILED);
    assertThat(tasks().getFirst().result()).isPresent();
    reader.says = _ -> READ;
    assertThat(process(Optional.of(tasks().getFirst().id())))
        .extracting("status")
        .containsExactly(TaskStatus.COMPLETED);
  }

  @Test
  void anAnswerThatSaysNothingIsAFailureAndNoRelationship() {
    remember("public");
    List<String> before = edges();
    reader.says = _ -> "I would rather not.";
    assertThat(process(Optional.empty())).extracting("status").containsExactly(TaskStatus.QUEUED);
    assertThat(edges()).isEqualTo(before);
  }

  @Test
  void inTheBackgroundItIsTriedUntilItSucceedsOrRests() {
    AtomicInteger tries = new AtomicInteger();
    reader.says = _ -> tries.incrementAndGet() < 3 ? "no" : READ;
    remember("public");
    Enrichment quick =
        new Enrichment(
            table.remembering.store(),
            table.mailbox,
            table.remembering.writer(),
            Optional.of(new RelationshipReader(reader)),
            TurnTime.SYSTEM,
            Duration.ofMillis(2));
    try (quick) {
      quick.later(id);
      MindTable.until(() -> tasks().getFirst().status() == TaskStatus.COMPLETED);
    }
    assertThat(tries).hasValue(3);
  }

  @Test
  void aTaskThatIsWorkedOnTwiceAtOnceCountsOnce() {
    remember("public");
    reader.says =
        _ -> {
          if (reader.asked().size() == 1) {
            process(Optional.empty());
          }
          return READ;
        };
    process(Optional.empty());
    assertThat(tasks().getFirst().attempts()).isEqualTo(1);
    assertThat(table.now(id).revision()).isEqualTo(2);
  }

  @Test
  void theTasksOfATurnVanishWithItAndWhatIsReadMeanwhileIsDropped() {
    String told =
        Puppet.told(
            "They sit.",
            Puppet.remembering(
                new quietstories.story.HiddenMemory(
                    "relationship", "mira", "Mira sat beside Tom all night.", "public")));
    reader.says =
        _ -> {
          table.travel.undo(id, 1);
          return READ;
        };
    table.tell(id, told);
    MindTable.until(() -> table.now(id).turn() == 0);
    assertThat(tasks()).isEmpty();
    assertThat(process(Optional.empty())).isEmpty();
    assertThat(edges()).isEmpty();
  }
}
