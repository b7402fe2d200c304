package quietstories.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import quietstories.json.Json;
import quietstories.json.JsonObject;
import quietstories.story.IdempotencyKey;
import quietstories.story.MindChange;
import quietstories.story.PlayerInput;
import quietstories.story.Session;
import quietstories.story.SessionId;
import quietstories.story.SessionStatus;
import quietstories.story.Turn;

/**
 * What every place for sessions must do; {@link SessionStoreTravel} adds going back and forth,
 * {@link SessionStoreRaces} many threads.
 */
public abstract class SessionStoreContract extends SessionStoreTravel {

  private static final IdempotencyKey KEY = new IdempotencyKey("key 1");
  private static final JsonObject TIMELINE = JsonObject.of("turn", Json.of(1));

  @Test
  void aNewSessionComesBackEqual() {
    Session session = created("one");

    assertThat(sessions().load(session.id())).contains(session);
    assertThat(sessions().turns(session.id(), 1, 10)).isEmpty();
  }

  @Test
  void anUnknownSessionHasNothing() {
    SessionId unknown = new SessionId("nobody");

    assertThat(sessions().load(unknown)).isEmpty();
    assertThat(sessions().turn(unknown, 1)).isEmpty();
    assertThat(sessions().turn(unknown, KEY)).isEmpty();
    assertThat(sessions().turns(unknown, 1, 10)).isEmpty();
    assertThat(sessions().timeline(unknown, 1)).isEmpty();
    assertThat(sessions().delete(unknown)).isFalse();
  }

  @Test
  void anIdIsNeverGivenTwice() {
    Session session = created("one");

    assertThatThrownBy(
            () -> sessions().create(Sample.session("one", Sample.BEGINNING.plusNanos(9))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(sessions().load(session.id())).contains(session);
  }

  @Test
  void aTurnAndTheSessionAfterItComeBackEqual() {
    Session before = created("one");
    Turn turn = Sample.turn(before, "I look up.");
    Session after = Sample.after(before, turn);

    sessions().append(after, turn, MindChange.NONE);

    assertThat(sessions().load(before.id())).contains(after);
    assertThat(sessions().turn(before.id(), 1)).contains(turn);
    assertThat(sessions().turns(before.id(), 1, 10)).containsExactly(turn);
  }

  @Test
  void aStoryThatEndedComesBackWithItsEnding() {
    Session before = created("one");
    Turn last = Sample.lastTurn(before);

    sessions().append(Sample.after(before, last), last, MindChange.NONE);

    Session after = sessions().load(before.id()).orElseThrow();
    assertThat(after.status()).isEqualTo(SessionStatus.LOST);
    assertThat(after.ending()).isEqualTo(last.ending());
    assertThat(sessions().newest(1).getFirst().status()).isEqualTo(SessionStatus.LOST);
  }

  @Test
  void anyTextSurvives() {
    String text =
        "NUL \u0000 tab \t quote ' \" \\ emoji 👩‍🚀 lone \ud83d half \udc00 line\u2028 end";
    Session plain = Sample.session("one");
    Session before =
        plain.withBackgrounds(Optional.of(text), plain.entities(), List.of(text), Sample.BEGINNING);
    Turn turn = Sample.turn(before, text);
    Session after = before.after(turn, JsonObject.of(text, Json.of(text)), before.entities());

    sessions().create(before);
    sessions().append(after, turn, MindChange.NONE);

    assertThat(sessions().load(before.id())).contains(after);
    assertThat(sessions().turn(before.id(), 1)).contains(turn);
  }

  @Test
  void aStateThatIsNestedDeeplySurvives() {
    Session before = created("one");
    Json deep = Json.of(1);
    for (int level = 0; level < 200; level++) {
      deep = JsonObject.of("d", deep);
    }
    Turn turn = Sample.turn(before, "dig");
    Session after = before.after(turn, (JsonObject) deep, before.entities());

    sessions().append(after, turn, MindChange.NONE);

    assertThat(sessions().load(before.id())).contains(after);
  }

  @Test
  void aTurnForAnOldRevisionIsRefusedAndLeavesNothing() {
    Session before = created("one");
    Session after = play(before, "first");
    Turn late = Sample.turn(before, "late");

    assertThatThrownBy(() -> sessions().append(Sample.after(before, late), late, MindChange.NONE))
        .isInstanceOf(RevisionConflict.class);

    assertThat(sessions().load(before.id())).contains(after);
    assertThat(sessions().turns(before.id(), 1, 10)).hasSize(1);
  }

  @Test
  void aTurnForASessionThatIsGoneIsRefused() {
    Session gone = created("one");
    sessions().delete(gone.id());
    Turn turn = Sample.turn(gone, "late");

    assertThatThrownBy(() -> sessions().append(Sample.after(gone, turn), turn, MindChange.NONE))
        .isInstanceOf(RevisionConflict.class);
    assertThat(sessions().load(gone.id())).isEmpty();
  }

  @Test
  void aTurnNumberThatExistsOrLeavesAGapIsRefusedAndLeavesNothing() {
    Session one = play(created("one"), "first");
    Turn again = Sample.turn(Sample.session("one"), "again");
    Turn third = Sample.turn(Sample.after(one, Sample.turn(one, "second")), "third");

    assertThatThrownBy(() -> sessions().append(Sample.after(one, again), again, MindChange.NONE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> sessions().append(Sample.after(one, third), third, MindChange.NONE))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(sessions().load(one.id())).contains(one);
    assertThat(sessions().turns(one.id(), 1, 10)).hasSize(1);
  }

  @Test
  void aTurnIsFoundByItsKeyInItsOwnSessionOnly() {
    Session one = created("one");
    Session two = created("two");
    Turn turn = Sample.turn(one, PlayerInput.words("hello").withKey(KEY));

    sessions().append(Sample.after(one, turn), turn, MindChange.NONE);

    assertThat(sessions().turn(one.id(), KEY)).contains(turn);
    assertThat(sessions().turn(one.id(), 1)).contains(turn);
    assertThat(sessions().turn(two.id(), KEY)).isEmpty();
    assertThat(sessions().turn(one.id(), new IdempotencyKey("key 2"))).isEmpty();
  }

  @Test
  void aKeyIsNeverStoredTwiceForASession() {
    Session before = created("one");
    Turn first = Sample.turn(before, PlayerInput.words("hello").withKey(KEY));
    Session after = Sample.after(before, first);
    sessions().append(after, first, MindChange.NONE);
    Turn second = Sample.turn(after, PlayerInput.words("hello").withKey(KEY));

    assertThatThrownBy(
            () -> sessions().append(Sample.after(after, second), second, MindChange.NONE))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(sessions().load(before.id())).contains(after);
    assertThat(sessions().turns(before.id(), 1, 10)).containsExactly(first);
    assertThat(sessions().turn(before.id(), KEY)).contains(first);
  }

  @Test
  void anUpdateChangesTheSessionAndNoTurn() {
    Session played = play(created("one"), "first");
    Session told =
        played.withBackgrounds(
            Optional.of("Rain."), played.entities(), List.of(), Sample.BEGINNING.plusSeconds(50));

    sessions().update(told, MindChange.NONE);

    assertThat(sessions().load(played.id())).contains(told);
    assertThat(sessions().turns(played.id(), 1, 10)).hasSize(1);
  }

  @Test
  void anUpdateOfAnOldRevisionIsRefusedAndLeavesNothing() {
    Session before = created("one");
    Session after = play(before, "first");

    assertThatThrownBy(
            () ->
                sessions()
                    .update(
                        before.withBackgrounds(
                            Optional.empty(), List.of(), List.of(), Sample.BEGINNING),
                        MindChange.NONE))
        .isInstanceOf(RevisionConflict.class);
    assertThat(sessions().load(before.id())).contains(after);
  }

  @Test
  void turnsComeInOrderFromWhereTheyAreWantedAndNoMoreThanWanted() {
    Session session = created("one");
    for (int i = 0; i < 12; i++) {
      session = play(session, "words " + i);
    }

    assertThat(numbers(session, 1, 100)).isEqualTo(IntStream.rangeClosed(1, 12).boxed().toList());
    assertThat(numbers(session, 10, 2)).containsExactly(10, 11);
    assertThat(numbers(session, 12, 5)).containsExactly(12);
    assertThat(numbers(session, 13, 5)).isEmpty();
    assertThat(numbers(session, 1, 0)).isEmpty();
    assertThat(sessions().turn(session.id(), 13)).isEmpty();
    assertThat(sessions().turn(session.id(), 0)).isEmpty();
  }

  @Test
  void sessionsAreListedByTheirLastChange() {
    Session one = created("one");
    sessions().create(Sample.session("two", Sample.BEGINNING.plusMillis(1)));
    sessions().create(Sample.session("three", Sample.BEGINNING.plusMillis(2)));

    assertThat(newest(10)).containsExactly("three", "two", "one");
    Session played = play(one, "now");

    assertThat(newest(10)).containsExactly("one", "three", "two");
    assertThat(newest(2)).containsExactly("one", "three");
    assertThat(newest(0)).isEmpty();
    assertThat(sessions().newest(1))
        .containsExactly(
            new SessionSummary(
                one.id(),
                one.scenarioId(),
                1,
                SessionStatus.ACTIVE,
                one.createdAt(),
                played.updatedAt(),
                Optional.empty()));
  }

  @Test
  void ofTwoThatChangedAtTheSameTimeTheYoungerComesFirst() {
    created("b");
    created("c");
    created("a");

    assertThat(newest(10)).containsExactly("a", "c", "b");
  }

  @Test
  void deletingTakesAllThatBelongsToASessionAndNothingElse() {
    Session one = play(created("one"), "first");
    Session two = play(created("two"), "first");
    sessions().saveTimeline(one.id(), lastTurn(one), TIMELINE);
    sessions().saveTimeline(two.id(), lastTurn(two), TIMELINE);

    assertThat(sessions().delete(one.id())).isTrue();

    assertThat(sessions().delete(one.id())).isFalse();
    assertThat(sessions().load(one.id())).isEmpty();
    assertThat(sessions().turns(one.id(), 1, 10)).isEmpty();
    assertThat(sessions().timeline(one.id(), 1)).isEmpty();
    assertThat(newest(10)).containsExactly("two");
    assertThat(sessions().turns(two.id(), 1, 10)).hasSize(1);
    assertThat(sessions().timeline(two.id(), 1)).contains(TIMELINE);
  }

  @Test
  void anIdThatBecameFreeBeginsAnewWithoutOldTurns() {
    Session first = created("one");
    Turn turn = Sample.turn(first, PlayerInput.words("hello").withKey(KEY));
    sessions().append(Sample.after(first, turn), turn, MindChange.NONE);
    sessions().delete(first.id());

    created("one");

    assertThat(sessions().turns(first.id(), 1, 10)).isEmpty();
    assertThat(sessions().turn(first.id(), KEY)).isEmpty();
  }

  @Test
  void aTimelineIsKeptApartAndCanBeReplaced() {
    Session session = play(created("one"), "first");
    JsonObject longer = TIMELINE.with("spans", Json.of("many"));

    assertThat(sessions().timeline(session.id(), 1)).isEmpty();
    sessions().saveTimeline(session.id(), lastTurn(session), TIMELINE);
    assertThat(sessions().timeline(session.id(), 1)).contains(TIMELINE);
    sessions().saveTimeline(session.id(), lastTurn(session), longer);

    assertThat(sessions().timeline(session.id(), 1)).contains(longer);
    assertThat(sessions().load(session.id())).contains(session);
  }

  @Test
  void aTimelineOfATurnThatIsGoneIsForgotten() {
    Session before = created("one");
    Session session = play(before, "first");

    sessions().saveTimeline(session.id(), Sample.turn(session, "not played"), TIMELINE);
    sessions().saveTimeline(session.id(), Sample.turn(before, "another"), TIMELINE);
    sessions().saveTimeline(new SessionId("nobody"), lastTurn(session), TIMELINE);

    assertThat(sessions().timeline(session.id(), 1)).isEmpty();
    assertThat(sessions().timeline(session.id(), 2)).isEmpty();
    assertThat(sessions().timeline(new SessionId("nobody"), 1)).isEmpty();
  }

  private Turn lastTurn(Session session) {
    return sessions().turn(session.id(), session.turn()).orElseThrow();
  }

  private List<String> newest(int limit) {
    return sessions().newest(limit).stream().map(summary -> summary.id().value()).toList();
  }

  private List<Integer> numbers(Session session, int from, int limit) {
    return sessions().turns(session.id(), from, limit).stream().map(Turn::number).toList();
  }
}
