package quietstories.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.story.Problem;

class SpecCheckTest {

  private static List<Problem> problems(String params, String preconditions, String effects) {
    JsonObject action =
        Parsed.object(
            "{'id':'a','params':%s,'preconditions':%s,'effects':[%s]}"
                .formatted(params, preconditions, effects));
    JsonObject spec = Stories.harbour().with("actions", JsonArray.of(action));
    return SpecCheck.problems(Stories.spec(spec));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'>':[{'var':'player.gold'},1]}",
        "{'>':[{'var':'state.player.gold'},1]}",
        "{'var':['nowhere',0]}",
        "{'>':[{'var':'bag.length'},0]}",
        "{'==':[{'var':'bag.0'},'rope']}",
        "{'some':[{'var':'bag'},{'==':[{'var':'kind'},'rope']}]}",
        "{'var':'params.x'}",
        "{'missing':['nowhere']}",
        "{'var':'made.here'}"
      })
  void whatCanBeThereMayBeRead(String precondition) {
    String effects =
        "{'op':'push','path':'bag','value':'rope'},{'op':'set','path':'made.here','value':1}";
    assertThat(problems("{'x':'boolean'}", precondition, effects)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'>':[{'var':'gold'},1]} | actions.0.preconditions.>.0.var | did you mean 'player.gold'?",
        "{'var':'nowhere'} | actions.0.preconditions.var | nor any effect",
        "{'nowhere':1} | actions.0.preconditions.nowhere | nor any effect",
        "{'var':'params.y'} | actions.0.preconditions.var | nor any effect",
        "{'and':[{'smite':1}]} | actions.0.preconditions.and.0.smite | 'smite' is no operator",
        "{'some':[{'var':'bag'},{'var':'state.nowhere'}]} | actions.0.preconditions.some.1.var | nor any"
      })
  void whatNothingProvidesIsAProblem(String precondition, String place, String words) {
    assertThat(problems("{'x':'boolean'}", precondition, ""))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.place()).hasToString(place);
              assertThat(problem.message()).contains(words);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'op':'inc','path':'nowhere','value':1} | there is no nowhere",
        "{'op':'inc','path':'door','value':1} | door holds a text, not a number",
        "{'op':'inc','path':'player.gold','value':'1'} | the value must be a number, not a text",
        "{'op':'inc','path':'player.gold','value':{'var':'params.y'}} | the action has no parameter 'y'",
        "{'op':'patch','path':'player','value':1} | the value must be an object, not a number",
        "{'op':'patch','path':'door','value':{}} | door holds a text, not an object",
        "{'op':'push','path':'door','value':1} | door holds a text, not a list",
        "{'op':'pop','path':'door','value':1} | door holds a text, not a list",
        "{'op':'set','path':'door.lock','value':1} | door holds a string, which has no 'lock'",
        "{'op':'set','path':'','value':1} | the state as a whole must stay an object"
      })
  void anEffectThatCanNeverApplyIsAProblem(String effect, String message) {
    assertThat(problems("{'x':'integer'}", "{}", effect))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.place()).hasToString("actions.0.effects.0");
              assertThat(problem.message()).isEqualTo(message);
            });
  }

  @Test
  void anEffectThatAnotherOnePreparesIsNone() {
    String both =
        "{'op':'set','path':'tally','value':0},{'op':'inc','path':'tally','value':1},"
            + "{'op':'inc','path':'player.gold','value':{'var':'params.x'}},"
            + "{'op':'push','path':'entities','value':{'id':'ann'}}";
    assertThat(problems("{'x':'integer'}", "{}", both)).isEmpty();
  }

  @Test
  void decayOfWhatIsNoNumberIsAProblem() {
    JsonObject budget =
        Parsed.object("{'min_fail_rate':0.2,'decay_per_turn':{'door':1,'player.health':-1}}");
    JsonObject spec =
        Stories.harbour().with("negativity_budget", budget).with("actions", JsonArray.EMPTY);
    assertThat(SpecCheck.problems(Stories.spec(spec)))
        .extracting(problem -> problem.place().toString())
        .containsExactly("negativity_budget.decay_per_turn.door");
  }
}
