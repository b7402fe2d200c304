package quietstories.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;
import quietstories.story.Entity;
import quietstories.story.EventId;
import quietstories.story.InvalidStory;
import quietstories.story.Roll;
import quietstories.story.RollRequest;
import quietstories.story.Ruling;
import quietstories.story.StateChange;
import quietstories.story.Verdict;

class RefereeTest {

  private final Rulebook rules = Stories.rules();
  private final Situation start = Stories.start(rules);

  private Judgement judge(Intent intent, int turn) {
    return Referee.judge(rules, start, intent, Dice.of(1, turn, 0));
  }

  private static Json at(Situation situation, String path) {
    return situation.state().at(JsonPath.parse(path)).orElseThrow();
  }

  @Test
  void aPermittedActionTakesItsEffectsOnceWithItsArguments() {
    Judgement judgement = judge(Stories.attempt(rules, "bribe", "{'amount':3}"), 1);
    assertThat(judgement.verdict().kind()).isEqualTo("permitted");
    assertThat(at(judgement.after(), "player.gold")).isEqualTo(Json.of(2));
    assertThat(judgement.verdict().changes())
        .filteredOn(change -> change.path().equals("player.gold"))
        .extracting(StateChange::value)
        .containsExactly(Json.of(3));
  }

  @Test
  void aRefusedActionChangesNothingItselfButDecayHappens() {
    Judgement judgement = judge(Stories.attempt(rules, "bribe", "{'amount':9}"), 1);
    assertThat(judgement.verdict().ruling())
        .isInstanceOfSatisfying(
            Ruling.Refused.class,
            refused -> {
              assertThat(refused.reason())
                  .isEqualTo("player.gold is 5, but at least amount (9) is needed");
              assertThat(refused.clause())
                  .isEqualTo(Parsed.json("{'>=':[{'var':'player.gold'},{'var':'params.amount'}]}"));
            });
    assertThat(at(judgement.after(), "player.gold")).isEqualTo(Json.of(5));
    assertThat(at(judgement.after(), "player.health")).isEqualTo(Json.of(9.5));
  }

  @Test
  void eventsFallAfterRefusalsAndFreeWordsToo() {
    List<Intent> intents =
        List.of(
            Stories.attempt(rules, "leave", "{}"), new Intent.Words("hm"), new Intent.Continue());
    for (Intent intent : intents) {
      long rain =
          IntStream.range(0, 200)
              .filter(turn -> judge(intent, turn).verdict().events().contains(new EventId("rain")))
              .count();
      assertThat(rain).isBetween(35L, 85L);
    }
  }

  @Test
  void anEventWhoseConditionDoesNotHoldNeverFalls() {
    assertThat(IntStream.range(0, 300).mapToObj(turn -> judge(new Intent.Continue(), turn)))
        .allSatisfy(j -> assertThat(j.verdict().events()).doesNotContain(new EventId("never")));
  }

  @Test
  void theRollDecidesWhichEffectsFollow() {
    Intent pick = Stories.attempt(rules, "pick", "{}");
    List<Judgement> judgements =
        IntStream.range(0, 60).mapToObj(turn -> judge(pick, turn)).toList();
    assertThat(judgements)
        .allSatisfy(
            judgement -> {
              Roll roll = judgement.verdict().rolls().getFirst();
              assertThat(roll.modifier()).isEqualTo(2);
              assertThat(at(judgement.after(), "door"))
                  .isEqualTo(Json.of(roll.success() ? "open" : "closed"));
              assertThat(at(judgement.after(), "player.health"))
                  .isEqualTo(Json.of(roll.success() ? 9.5 : 7.5));
            });
    assertThat(judgements)
        .extracting(j -> j.verdict().rolls().getFirst().success())
        .contains(true, false);
  }

  @Test
  void changesStandInTheOrderOfActionEventsAndDecay() {
    Verdict verdict =
        IntStream.range(0, 200)
            .mapToObj(turn -> judge(Stories.attempt(rules, "pick", "{}"), turn).verdict())
            .filter(v -> v.events().contains(new EventId("rain")))
            .findFirst()
            .orElseThrow();
    assertThat(verdict.changes()).extracting(StateChange::value).startsWith(Json.of("tried"));
    int last = verdict.changes().size() - 1;
    assertThat(verdict.changes().get(last).value()).isEqualTo(Json.of(-0.5));
    assertThat(verdict.changes().get(last - 1).value()).isEqualTo(Json.of("rain"));
  }

  @Test
  void sameDiceGiveTheSameJudgement() {
    Intent pick = Stories.attempt(rules, "pick", "{}");
    assertThat(judge(pick, 4)).isEqualTo(judge(pick, 4));
  }

  @Test
  void anEffectThatCannotApplyIsSkippedAndReported() {
    JsonObject open = start.state().with("door", Json.of("open"));
    Judgement judgement =
        Referee.judge(
            rules,
            new Situation(open, start.entities()),
            Stories.attempt(rules, "leave", "{}"),
            Dice.of(1, 1, 0));
    assertThat(judgement.verdict().kind()).isEqualTo("permitted");
    assertThat(judgement.verdict().skipped())
        .extracting(refused -> refused.reason())
        .containsExactly("there is no nowhere");
  }

  @Test
  void actionsAreOfferedInOrderAndBeforeTheirArgumentsAreKnown() {
    assertThat(rules.available(start.state()))
        .extracting(action -> action.id().value())
        .containsExactly("bribe", "pick");
    assertThat(rules.available(start.state().with("door", Json.of("open"))))
        .extracting(action -> action.id().value())
        .containsExactly("leave");
  }

  @Test
  void aBrokenExpressionIsNamedWithItsPlace() {
    JsonObject win = Parsed.object("{'id':'x','condition':{'and':[{'smite':1}]},'message':'m'}");
    JsonObject broken = Stories.harbour().with("win_conditions", JsonArray.of(win));
    assertThatExceptionOfType(InvalidStory.class)
        .isThrownBy(() -> Rulebook.compile(Stories.spec(broken)))
        .satisfies(e -> assertThat(e.place()).isEqualTo("win_conditions.0.condition.and.0.smite"));
  }

  @ParameterizedTest
  @CsvSource({
    "d6, 6, 0",
    "d100, 100, 0",
    "d2, 2, 0",
    "d20, 20, 0",
    "d1, 20, 0",
    "d9999, 20, 0",
    "persuasion, 20, 5",
    "Persuasion, 20, 5",
    "stealth, 20, -2",
    "arcana, 20, 0",
    "sleight of hand, 20, -2",
    "whistling, 20, 0"
  })
  void theKindDecidesDieAndModifier(String kind, int die, int modifier) {
    Entity actor =
        Entity.from(
            Parsed.object(
                "{'id':'x','stats':{'charisma':16,'persuasion_modifier':2,'dexterity':7}}"));
    Roll roll =
        Referee.roll(
            new RollRequest(kind, Optional.empty(), 10), Optional.of(actor), Dice.of(1, 1, 0));
    assertThat(roll.die()).isEqualTo(die);
    assertThat(roll.modifier()).isEqualTo(modifier);
    assertThat(roll.success()).isEqualTo(roll.roll() + modifier >= 10);
  }

  @Test
  void withoutAnActorThereIsNoModifier() {
    RollRequest request = new RollRequest("persuasion", Optional.empty(), 10);
    assertThat(Referee.roll(request, Optional.empty(), Dice.of(1, 1, 0)).modifier()).isZero();
  }

  @Test
  void aLossComesBeforeAWin() {
    JsonObject both = Parsed.object("{'player':{'health':0,'gold':-1},'door':'open'}");
    assertThat(Endings.reached(rules, both).orElseThrow().id().value()).isEqualTo("dead");
    JsonObject won = Parsed.object("{'player':{'health':1,'gold':1},'door':'open'}");
    assertThat(Endings.reached(rules, won).orElseThrow().id().value()).isEqualTo("in");
    assertThat(Endings.reached(rules, start.state())).isEmpty();
  }
}
