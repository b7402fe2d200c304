package quietstories.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;
import quietstories.rules.IntentReading.Misread;
import quietstories.rules.IntentReading.Understood;
import quietstories.story.ActionId;
import quietstories.story.PlayerInput;
import quietstories.story.Problem;
import quietstories.story.ScenarioSpec;

class IntentTest {

  private final ScenarioSpec spec = Stories.rules().spec();

  private static IntentReading choose(String params, String given) {
    JsonObject action =
        Parsed.object("{'id':'a','preconditions':{},'effects':[]}")
            .with("params", Parsed.json(params));
    ScenarioSpec spec = Stories.spec(Stories.harbour().with("actions", JsonArray.of(action)));
    return Intent.read(spec, PlayerInput.choice(new ActionId("a"), Parsed.object(given)));
  }

  @ParameterizedTest
  @CsvSource({"pick", "'  PICK '", "Pick the lock", "'pick the LOCK  '"})
  void textThatIsAnActionsIdOrLabelIsThatAction(String text) {
    assertThat(Intent.read(spec, PlayerInput.words(text)))
        .isInstanceOfSatisfying(
            Understood.class,
            understood ->
                assertThat(understood.intent())
                    .isInstanceOfSatisfying(
                        Intent.Attempt.class,
                        a -> assertThat(a.action().id().value()).isEqualTo("pick")));
  }

  @Test
  void aLabelWithoutItsArgumentsIsWords() {
    assertThat(Intent.read(spec, PlayerInput.words("Bribe the guard")))
        .isEqualTo(new Understood(new Intent.Words("Bribe the guard")));
  }

  @Property(tries = 200)
  void otherTextIsWordsToTheCharacter(@ForAll String text) {
    PlayerInput input = PlayerInput.words("I say: " + text);
    assertThat(Intent.read(spec, input))
        .isEqualTo(new Understood(new Intent.Words("I say: " + text)));
  }

  @Test
  void noTextIsToGoOn() {
    PlayerInput nothing =
        new PlayerInput(Optional.empty(), Optional.empty(), JsonObject.EMPTY, Optional.empty());
    assertThat(Intent.read(spec, nothing)).isEqualTo(new Understood(new Intent.Continue()));
  }

  @Test
  void anUnknownActionIsMisreadAndTheKnownOnesAreNamed() {
    assertThat(Intent.read(spec, PlayerInput.choice(new ActionId("fly"), JsonObject.EMPTY)))
        .isInstanceOfSatisfying(
            Misread.class,
            misread -> {
              Problem problem = misread.problems().getFirst();
              assertThat(problem.place()).isEqualTo(JsonPath.parse("action_id"));
              assertThat(problem.message()).contains("bribe", "pick", "leave");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'x':'integer'} | {'x':'5'} | {'x':5}",
        "{'x':'number'} | {'x':' 2.5 '} | {'x':2.5}",
        "{'x':'boolean'} | {'x':'TRUE'} | {'x':true}",
        "{'x':'string'} | {'x':5} | {'x':'5'}",
        "{'x':'entity'} | {'x':'mira'} | {'x':'mira'}",
        "{'x':{'type':'string','enum':['North','South']}} | {'x':'north'} | {'x':'North'}",
        "{'x':{'type':'integer','required':false}} | {} | {}",
        "{'x':{'type':'integer','default':3}} | {} | {'x':3}",
        "{'x':'whatever this is'} | {'x':[1]} | {'x':[1]}",
        "{'x':'whatever this is'} | {} | {}",
        "{} | {'y':1} | {'y':1}",
        "{'type':'object','properties':{'x':{'type':'integer'}},'required':['x']} | {'x':'1','y':2} | {'x':1,'y':2}",
        "{'type':'object','properties':{'x':{'type':'integer'}}} | {} | {}"
      })
  void argumentsAreCoercedToTheirForms(String params, String given, String expected) {
    assertThat(choose(params, given))
        .isInstanceOfSatisfying(
            Understood.class,
            understood ->
                assertThat(((Intent.Attempt) understood.intent()).arguments())
                    .isEqualTo(Parsed.json(expected)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'x':'integer'} | {'x':2.5} | must be a whole number",
        "{'x':'integer'} | {} | is missing; it must be a whole number",
        "{'x':'integer'} | {'x':null} | is missing; it must be a whole number",
        "{'x':'number'} | {'x':'many'} | must be a number",
        "{'x':'entity'} | {'x':''} | must be the id of an entity",
        "{'x':{'type':'integer','minimum':1,'maximum':5}} | {'x':6} | must be a whole number from 1 to 5",
        "{'x':{'type':'number','minimum':1}} | {'x':0} | must be a number of at least 1",
        "{'x':{'type':'string','enum':['a','b']}} | {'x':'c'} | must be one of \"a\", \"b\"",
        "{'type':'object','properties':{'x':{'type':'integer'}},'required':['x']} | {} | is missing; it must be a whole number"
      })
  void wrongArgumentsAreMisreadAndTheRightOnesAreNamed(
      String params, String given, String message) {
    assertThat(choose(params, given))
        .isInstanceOfSatisfying(
            Misread.class,
            misread -> {
              Problem problem = misread.problems().getFirst();
              assertThat(problem.place()).isEqualTo(JsonPath.parse("parameters.x"));
              assertThat(problem.message()).isEqualTo(message);
            });
  }

  @Test
  void anArgumentThatTheActionLacksIsMisread() {
    assertThat(choose("{'x':'integer'}", "{'x':1,'ammount':2}"))
        .isInstanceOfSatisfying(
            Misread.class,
            misread ->
                assertThat(misread.problems())
                    .extracting(Problem::place)
                    .containsExactly(JsonPath.parse("parameters.ammount")));
  }
}
