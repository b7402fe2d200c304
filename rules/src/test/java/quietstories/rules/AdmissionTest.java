package quietstories.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonNull;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;
import quietstories.story.Entity;
import quietstories.story.Operation;
import quietstories.story.RefusedChange;
import quietstories.story.StateChange;

class AdmissionTest {

  private final Rulebook rules = Stories.rules();
  private final Judgement free =
      Referee.judge(rules, Stories.start(rules), new Intent.Continue(), Dice.of(1, 1, 0));

  private static StateChange change(String op, String path, String value) {
    return new StateChange(Operation.named(op).orElseThrow(), path, Parsed.json(value));
  }

  private Admission admit(StateChange... proposals) {
    return Referee.admit(rules, free.after(), free.verdict(), List.of(proposals));
  }

  private static Admission narrowed(String narratorRules, StateChange... proposals) {
    JsonObject spec = Stories.harbour().with("narrator_rules", Parsed.json(narratorRules));
    Rulebook narrowed = Rulebook.compile(Stories.spec(spec));
    Judgement judged =
        Referee.judge(narrowed, Stories.start(narrowed), new Intent.Continue(), Dice.of(1, 1, 0));
    return Referee.admit(narrowed, judged.after(), judged.verdict(), List.of(proposals));
  }

  private static Json at(Admission admission, String path) {
    return admission.after().state().at(JsonPath.parse(path)).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "set    | player.mood       | 'glad'",
        "set    | state.player.mood | 'glad'",
        "set    | player.hat        | {'colour':'red'}",
        "inc    | player.gold       | 5",
        "push   | bag               | 'rope'",
        "addlog | log               | 'said'",
        "addlog | player.diary      | 'said'",
        "addlog | ``                | 'said'",
        "push   | entities          | {'id':'ann','name':'Ann'}"
      })
  void existingPlacesAndNewKeysBelowThemAreTheNarrators(String op, String path, String value) {
    assertThat(admit(change(op, path == null ? "" : path, value)).refused()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "set    | ``             | {}",
        "set    | state          | {}",
        "patch  | ``             | {'door':'open'}",
        "set    | brand_new      | 1",
        "set    | brand.new      | 1",
        "addlog | diary          | 'x'",
        "set    | turn           | 9",
        "inc    | state.turn     | 1",
        "set    | player.gold    | 'lots'",
        "set    | player.gold    | null",
        "set    | player         | 'gone'",
        "addlog | player.mood    | 'x'",
        "patch  | player         | {'gold':'lots'}",
        "set    | player.mood.x  | 1",
        "inc    | player.none    | 1",
        "push   | entities       | {'id':'mira'}",
        "push   | entities       | 'nobody'"
      })
  void whatIsOutOfReachIsRefusedWithAReason(String op, String path, String value) {
    Admission admission = admit(change(op, path == null ? "" : path, value));
    assertThat(admission.admitted()).isEmpty();
    assertThat(admission.refused())
        .singleElement()
        .extracting(RefusedChange::reason)
        .asString()
        .isNotBlank();
    assertThat(admission.after()).isEqualTo(free.after());
  }

  @Test
  void whatTheActionChangedStaysAsItsEffectsLeftIt() {
    Judgement judged =
        Referee.judge(
            rules,
            Stories.start(rules),
            Stories.attempt(rules, "bribe", "{'amount':3}"),
            Dice.of(1, 1, 0));
    Admission admission =
        Referee.admit(
            rules,
            judged.after(),
            judged.verdict(),
            List.of(
                change("dec", "player.gold", "3"),
                change("patch", "player", "{'gold':5}"),
                change("patch", "player", "{'mood':'glad'}"),
                change("inc", "player.health", "1")));
    assertThat(at(admission, "player.gold")).isEqualTo(Json.of(2));
    assertThat(admission.admitted())
        .extracting(StateChange::path)
        .containsExactly("player", "player.health");
  }

  @Test
  void aRefusedActionsPlacesAreFree() {
    Judgement judged =
        Referee.judge(
            rules,
            Stories.start(rules),
            Stories.attempt(rules, "bribe", "{'amount':30}"),
            Dice.of(1, 1, 0));
    Admission admission =
        Referee.admit(
            rules, judged.after(), judged.verdict(), List.of(change("dec", "player.gold", "1")));
    assertThat(at(admission, "player.gold")).isEqualTo(Json.of(4));
  }

  @Test
  void aTurnTakesFiftyChangesAndNoMore() {
    Admission admission =
        Referee.admit(
            rules,
            free.after(),
            free.verdict(),
            Collections.nCopies(60, change("inc", "player.gold", "1")));
    assertThat(admission.admitted()).hasSize(50);
    assertThat(admission.refused()).hasSize(10);
    assertThat(at(admission, "player.gold")).isEqualTo(Json.of(55));
  }

  @Test
  void aValueOfMoreThan64KiBIsRefused() {
    String fits = "'" + "x".repeat(65_534) + "'";
    String tooLarge = "'" + "x".repeat(65_535) + "'";
    String tooManyBytes = "'" + "ß".repeat(40_000) + "'";
    assertThat(admit(change("set", "player.mood", fits)).refused()).isEmpty();
    assertThat(admit(change("set", "player.mood", tooLarge)).refused()).hasSize(1);
    assertThat(admit(change("set", "player.mood", tooManyBytes)).refused()).hasSize(1);
  }

  @Test
  void fiveNewcomersATurnAndAHundredInAllAreTheMost() {
    StateChange[] seven =
        IntStream.range(0, 7)
            .mapToObj(i -> change("push", "entities", "{'id':'n%d'}".formatted(i)))
            .toArray(StateChange[]::new);
    assertThat(admit(seven).after().entities()).hasSize(6);
    List<Entity> crowd =
        IntStream.range(0, 98)
            .mapToObj(i -> Entity.from(Parsed.object("{'id':'c" + i + "'}")))
            .toList();
    Situation crowded = new Situation(free.after().state(), crowd);
    assertThat(Referee.admit(rules, crowded, free.verdict(), List.of(seven)).after().entities())
        .hasSize(100);
  }

  @Test
  void protectedPlacesAreTheRulesAloneWhicheverWayTheyAreReached() {
    Admission admission =
        narrowed(
            "{'protected':['state.player.gold']}",
            change("inc", "player.gold", "1"),
            change("patch", "player", "{'gold':9}"),
            change("set", "player", "{'mood':'glad'}"),
            change("patch", "player", "{'mood':'glad'}"));
    assertThat(admission.admitted()).containsExactly(change("patch", "player", "{'mood':'glad'}"));
    assertThat(at(admission, "player.gold")).isEqualTo(Json.of(5));
  }

  @Test
  void numbersStayWithinTheirBounds() {
    Admission admission =
        narrowed(
            "{'bounds':{'player.gold':[0,10]}}",
            change("inc", "player.gold", "6"),
            change("patch", "player", "{'gold':-1}"),
            change("inc", "player.gold", "5"));
    assertThat(admission.refused()).hasSize(2);
    assertThat(at(admission, "player.gold")).isEqualTo(Json.of(10));
  }

  @Test
  void theStepIsBoundedForAllProposalsOfATurnTogether() {
    Admission admission =
        narrowed(
            "{'max_step':{'player.gold':3}}",
            change("inc", "player.gold", "2"),
            change("inc", "player.gold", "2"),
            change("inc", "player.gold", "1"),
            change("set", "player.mood", "'glad'"));
    assertThat(admission.refused())
        .extracting(RefusedChange::change)
        .containsExactly(change("inc", "player.gold", "2"));
    assertThat(at(admission, "player.gold")).isEqualTo(Json.of(8));
  }

  @Provide
  Arbitrary<List<StateChange>> proposals() {
    Arbitrary<String> paths =
        Arbitraries.of(
            "",
            "state",
            "turn",
            "player",
            "player.gold",
            "player.mood.x",
            "bag",
            "bag[0]",
            "log",
            "new",
            "entities",
            "player.entities",
            "state.state.door",
            "door");
    Arbitrary<Json> values =
        Arbitraries.of(
            JsonNull.NULL,
            Json.of(2),
            Json.of("x"),
            JsonArray.EMPTY,
            JsonObject.EMPTY,
            Parsed.json("{'gold':1}"),
            Parsed.json("{'id':'z','turn':5}"));
    return Combinators.combine(Arbitraries.of(Operation.values()), paths, values)
        .as(StateChange::new)
        .list()
        .ofMaxSize(12);
  }

  @Property(tries = 500)
  void noProposalsBreakWhatTheRulesKeep(@ForAll("proposals") List<StateChange> proposals) {
    Admission admission = Referee.admit(rules, free.after(), free.verdict(), proposals);
    JsonObject before = free.after().state();
    JsonObject after = admission.after().state();
    assertThat(admission.admitted().size() + admission.refused().size())
        .isEqualTo(proposals.size());
    assertThat(after.members().keySet()).isEqualTo(before.members().keySet());
    assertThat(after.member("turn")).isEqualTo(before.member("turn"));
    before
        .members()
        .forEach(
            (key, value) -> assertThat(after.members().get(key).kind()).isEqualTo(value.kind()));
  }
}
