package quietstories.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import quietstories.story.Chronicle;
import quietstories.story.Emotion;
import quietstories.story.EnrichmentTask;
import quietstories.story.EntityId;
import quietstories.story.Feeling;
import quietstories.story.IdempotencyKey;
import quietstories.story.Knowledge;
import quietstories.story.Memory;
import quietstories.story.MemoryId;
import quietstories.story.MemoryScope;
import quietstories.story.MindChange;
import quietstories.story.PlayerInput;
import quietstories.story.Relationship;
import quietstories.story.RelationshipType;
import quietstories.story.Session;
import quietstories.story.SessionId;
import quietstories.story.TaskId;
import quietstories.story.TaskStatus;
import quietstories.story.Turn;
import quietstories.story.Vector;
import quietstories.story.Visibility;

/** What every place for sessions must do with minds, and when stories go back and forth. */
public abstract class SessionStoreTravel extends SessionStoreRaces {

  private static final EntityId ADA = new EntityId("keeper");
  private static final EntityId GULL = new EntityId("gull");

  @Test
  void goingBackBringsWhatWasAndGoingForthWhatCameAfter() {
    Session before = created("one");
    Session one = play(before, change("m1", "The lamp is lit."));
    Knowledge oneMind = mind(one);
    Session two = play(one, change("m2", "A ship came."));
    Knowledge twoMind = mind(two);

    Session back = sessions().goTo(one.id(), 1, Sample.BEGINNING).orElseThrow();

    assertThat(back.moment()).isEqualTo(one.moment());
    assertThat(back.revision()).isEqualTo(two.revision() + 1);
    assertThat(mind(back)).isEqualTo(oneMind);
    assertThat(sessions().turns(one.id(), 1, 10)).hasSize(1);
    assertThat(sessions().lastTurn(one.id())).isEqualTo(2);
    Session forth = sessions().goTo(one.id(), 2, Sample.BEGINNING).orElseThrow();
    assertThat(forth.moment()).isEqualTo(two.moment());
    assertThat(mind(forth)).isEqualTo(twoMind);
    assertThat(sessions().goTo(one.id(), 3, Sample.BEGINNING)).isEmpty();
    assertThat(sessions().goTo(new SessionId("nobody"), 0, Sample.BEGINNING)).isEmpty();
  }

  @Test
  void aNewTurnForgetsThoseThatWereTakenBackAndTheirKeys() {
    IdempotencyKey key = new IdempotencyKey("k");
    Session before = created("one");
    Turn turn = Sample.turn(before, PlayerInput.words("old").withKey(key));
    sessions().append(Sample.after(before, turn), turn, change("m1", "Old."));
    Session back = sessions().goTo(before.id(), 0, Sample.BEGINNING).orElseThrow();
    assertThat(sessions().turn(before.id(), key)).isEmpty();
    Turn other = Sample.turn(back, PlayerInput.words("new").withKey(key));

    sessions().append(Sample.after(back, other), other, MindChange.NONE);

    assertThat(sessions().turn(before.id(), key)).contains(other);
    assertThat(sessions().lastTurn(before.id())).isEqualTo(1);
    assertThat(sessions().mind(before.id(), 1)).isEqualTo(Knowledge.EMPTY);
    assertThat(sessions().mind(before.id(), 9)).isEqualTo(Knowledge.EMPTY);
  }

  @Test
  void aTurnTakesThePlaceOfTheLastWithAllThatBelongedToIt() {
    Session one = play(created("one"), change("m1", "First."));
    Session two = play(one, change("m2", "Second."));
    Session again = sessions().load(one.id(), 1).orElseThrow();
    Turn turn = Sample.turn(again, "again").asAttempt(1);

    assertThat(again.moment()).isEqualTo(one.moment());
    assertThat(again.revision()).isEqualTo(two.revision());
    sessions().replace(Sample.after(again, turn), turn, MindChange.NONE);

    assertThat(sessions().turns(one.id(), 1, 10)).hasSize(2).endsWith(turn);
    assertThat(contents(one.id(), 2)).containsExactly("First.");
    assertThatThrownBy(() -> sessions().replace(Sample.after(again, turn), turn, MindChange.NONE))
        .isInstanceOf(RevisionConflict.class);
  }

  @Test
  void whatIsRememberedComesBackWholeAndInOrder() {
    Session one = play(created("one"), change("m2", "Second id first."));
    MindChange more =
        new MindChange(
            List.of(memory("m1", "First id second.")),
            List.of(),
            List.of(edge(0.25)),
            List.of(new Feeling(ADA, Emotion.JOY, 0.5, Optional.of("dawn"), Optional.of(GULL), 1)),
            List.of(task(TaskStatus.FAILED)));

    sessions().update(one.changed(one.moment(), Sample.BEGINNING), more);

    Knowledge mind = sessions().mind(one.id(), 1);
    assertThat(mind.memories())
        .containsExactly(memory("m2", "Second id first."), memory("m1", "First id second."));
    assertThat(mind.relationships()).containsExactly(edge(0.25));
    assertThat(mind.feelings()).isEqualTo(more.feelings());
    assertThat(mind.tasks()).isEqualTo(more.tasks());
  }

  @Test
  void aMeaningIsKeptWithoutAnyChangeAndStaysWithItsContent() {
    Session one = play(created("one"), change("m1", "Content."));
    Vector vector = new Vector("small", new float[] {0.5f, -1.25f, 3e-9f});

    sessions()
        .saveVectors(
            one.id(), Map.of(memory("m1", "Content."), vector, memory("m9", "Nowhere."), vector));

    assertThat(sessions().load(one.id())).contains(one);
    assertThat(sessions().mind(one.id(), 1).vectors())
        .isEqualTo(Map.of(new MemoryId("m1"), vector));
    Session two = play(one, change("m1", "Content."));
    assertThat(mind(two).vectors()).hasSize(1);
    Session three = play(two, change("m1", "Another content."));
    assertThat(mind(three).vectors()).isEmpty();
    assertThat(sessions().mind(one.id(), 2).vectors()).hasSize(1);
  }

  @Test
  void aChangeMayBelongToAnEarlierTurnAndLaterOnesPrevail() {
    Session one = play(created("one"), change("m1", "At one."));
    Session two = play(one, change("m1", "At two."));
    MindChange late =
        new MindChange(
            List.of(memory("m1", "Late."), memory("m2", "New.")), List.of(), List.of(), List.of());

    sessions().update(two.changed(two.moment(), Sample.BEGINNING), 1, late);

    assertThat(contents(one.id(), 1)).containsExactly("Late.", "New.");
    assertThat(contents(one.id(), 2)).containsExactly("At two.", "New.");
  }

  @Test
  void aBranchKnowsItsPastAndOutlivesItsParent() {
    Session two = play(play(created("one"), change("m1", "One.")), change("m2", "Two."));
    Chronicle past = sessions().chronicle(two.id(), 1).orElseThrow();
    Session branch =
        new Session(
            new SessionId("branch"),
            two.premise()
                .asBranch(new quietstories.story.Branch(two.id(), 1, Optional.of("what if"))),
            past.session().moment(),
            0,
            Sample.BEGINNING);

    sessions().restore(past.of(branch));
    sessions().delete(two.id());

    assertThat(sessions().load(branch.id())).contains(branch);
    assertThat(sessions().branches(two.id())).hasSize(1);
    assertThat(contents(branch.id(), 1)).containsExactly("One.");
    assertThat(sessions().chronicle(branch.id(), 1)).contains(past.of(branch));
  }

  @Test
  void goingBackUndoesAnySequenceOfChanges() {
    wander(60);
  }

  @Test
  @Tag("long")
  void goingBackUndoesTenThousandSequencesOfChanges() {
    wander(10_000);
  }

  private void wander(int stories) {
    for (int story = 0; story < stories; story++) {
      Random random = new Random(story);
      SessionId id = created("story " + story).id();
      List<Knowledge> minds = new ArrayList<>(List.of(Knowledge.EMPTY));
      for (int step = 0; step < 12; step++) {
        step(id, random, minds);
      }
      for (int turn = minds.size() - 1; turn >= 0; turn--) {
        Session there = sessions().goTo(id, turn, Sample.BEGINNING).orElseThrow();
        assertThat(mind(there)).as("story %d, turn %d", story, turn).isEqualTo(minds.get(turn));
      }
      sessions().delete(id);
    }
  }

  /** Plays, plays again, or changes something else; {@code minds} holds one for each turn. */
  private void step(SessionId id, Random random, List<Knowledge> minds) {
    Session now = sessions().load(id).orElseThrow();
    int kind = random.nextInt(4);
    if (kind == 0 && now.turn() > 0) {
      int to = random.nextInt(now.turn() + 1);
      Session there = sessions().goTo(id, to, Sample.BEGINNING).orElseThrow();
      assertThat(mind(there)).isEqualTo(minds.get(to));
      Turn turn = Sample.turn(there, "on");
      sessions().append(Sample.after(there, turn), turn, anything(random));
      minds.subList(to + 1, minds.size()).clear();
      minds.add(sessions().mind(id, turn.number()));
    } else if (kind == 1 && now.turn() > 0) {
      Session before = sessions().load(id, now.turn() - 1).orElseThrow();
      Turn turn = Sample.turn(before, "again").asAttempt(1);
      sessions().replace(Sample.after(before, turn), turn, anything(random));
      minds.set(now.turn(), sessions().mind(id, now.turn()));
    } else if (kind == 2) {
      sessions().update(now.changed(now.moment(), Sample.BEGINNING), anything(random));
      minds.set(now.turn(), sessions().mind(id, now.turn()));
    } else {
      Turn turn = Sample.turn(now, "on");
      sessions().append(Sample.after(now, turn), turn, anything(random));
      minds.add(sessions().mind(id, turn.number()));
    }
  }

  private static MindChange anything(Random random) {
    List<Memory> written = new ArrayList<>();
    List<MemoryId> removed = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      written.add(memory("m" + random.nextInt(4), "content " + random.nextInt(3)));
      removed.add(new MemoryId("m" + random.nextInt(4)));
    }
    return new MindChange(
        written,
        removed,
        random.nextBoolean() ? List.of(edge(random.nextInt(4) / 4.0)) : List.of(),
        random.nextBoolean()
            ? List.of(new Feeling(ADA, Emotion.FEAR, 0.5, Optional.empty(), Optional.empty(), 1))
            : List.of(),
        random.nextBoolean() ? List.of(task(TaskStatus.QUEUED)) : List.of());
  }

  private Session play(Session before, MindChange change) {
    Turn turn = Sample.turn(before, "on");
    Session after = Sample.after(before, turn);
    sessions().append(after, turn, change);
    return after;
  }

  private Knowledge mind(Session session) {
    return sessions().mind(session.id(), session.turn());
  }

  private List<String> contents(SessionId id, int turn) {
    return sessions().mind(id, turn).memories().stream().map(Memory::content).toList();
  }

  private static MindChange change(String id, String content) {
    return MindChange.remembering(List.of(memory(id, content)));
  }

  private static Memory memory(String id, String content) {
    return new Memory(
        new MemoryId(id),
        ADA,
        content,
        MemoryScope.EVENT,
        Visibility.PUBLIC,
        3,
        7,
        true,
        List.of(GULL),
        List.of(new MemoryId("older")));
  }

  private static Relationship edge(double sentiment) {
    return new Relationship(
        ADA,
        GULL,
        RelationshipType.FRIENDSHIP,
        sentiment,
        0.5,
        2,
        1,
        true,
        List.of(new MemoryId("m1")),
        1);
  }

  private static EnrichmentTask task(TaskStatus status) {
    return new EnrichmentTask(
        new TaskId("analysis_1"),
        "Ada likes the gull.",
        ADA,
        List.of(GULL),
        status,
        Sample.BEGINNING,
        Optional.empty(),
        2);
  }
}
