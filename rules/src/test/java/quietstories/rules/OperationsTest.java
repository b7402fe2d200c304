package quietstories.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
import quietstories.rules.Application.Applied;
import quietstories.rules.Application.Inapplicable;
import quietstories.story.Entity;
import quietstories.story.Operation;
import quietstories.story.StateChange;

class OperationsTest {

  private static final String STATE =
      "{'n':3,'big':1e308,'s':'x','o':{'a':1,'b':2},'l':[1,2],'e':[],'nil':null,'log':['old']}";

  private static Application apply(String op, String path, String value) {
    Situation before = new Situation(Parsed.object(STATE), List.of());
    return Operations.apply(
        before, new StateChange(Operation.named(op).orElseThrow(), path, Parsed.json(value)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "set    | n            | 'now'     | n        | 'now'",
        "set    | new.deep     | 1         | new      | {'deep':1}",
        "set    | l.0          | 9         | l        | [9,2]",
        "set    | l[2]         | 9         | l        | [1,2,9]",
        "set    | state.n      | 9         | n        | 9",
        "inc    | n            | 2         | n        | 5",
        "dec    | n            | 0.5       | n        | 2.5",
        "mul    | l.[1]        | -3        | l        | [1,-6]",
        "patch  | o            | {'b':3}   | o        | {'a':1,'b':3}",
        "patch  | fresh        | {'b':3}   | fresh    | {'b':3}",
        "push   | l            | [3]       | l        | [1,2,[3]]",
        "pop    | l            | null      | l        | [1]",
        "addlog | log          | 'new'     | log      | ['old','new']",
        "addlog | ``           | 'new'     | log      | ['old','new']",
        "addlog | state        | 'new'     | log      | ['old','new']",
        "addlog | o.diary      | 'new'     | o.diary  | ['new']",
        "addlog | s            | 'new'     | s        | ['new']"
      })
  void anOperationDoesWhatItSays(String op, String path, String value, String seenAt, String seen) {
    assertThat(apply(op, path == null ? "" : path, value))
        .isInstanceOfSatisfying(
            Applied.class,
            applied ->
                assertThat(applied.after().state().at(JsonPath.parse(seenAt)))
                    .contains(Parsed.json(seen)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "set   | ``       | 1       | the state as a whole must stay an object",
        "set   | n.x      | 1       | n holds a number, which has no 'x'",
        "set   | l.7      | 1       | l has 2 elements; index 7 is outside",
        "inc   | none     | 1       | there is no none",
        "inc   | s        | 1       | s holds a text, not a number",
        "inc   | n        | '1'     | the value must be a number, not a text",
        "inc   | n        | null    | the value must be a number, not nothing",
        "mul   | big      | 100     | big would leave the range of numbers",
        "patch | o        | 1       | the value must be an object, not a number",
        "patch | l        | {}      | l holds a list, not an object",
        "push  | none     | 1       | there is no none",
        "push  | o        | 1       | o holds an object, not a list",
        "pop   | e        | null    | e is empty",
        "pop   | s        | null    | s holds a text, not a list",
        "pop   | none     | null    | there is no none"
      })
  void whatCannotApplySaysWhy(String op, String path, String value, String reason) {
    assertThat(apply(op, path == null ? "" : path, value)).isEqualTo(new Inapplicable(reason));
  }

  @Provide
  Arbitrary<StateChange> changes() {
    Arbitrary<Json> values =
        Arbitraries.of(
            JsonNull.NULL,
            Json.of(1),
            Json.of(Double.MAX_VALUE),
            Json.of(Long.MIN_VALUE),
            Json.of("x"),
            JsonArray.EMPTY,
            Parsed.json("{'id':'a','x':[1]}"));
    Arbitrary<String> paths =
        Arbitraries.of(
            "",
            "state",
            "n",
            "big",
            "s",
            "o",
            "o.a",
            "l",
            "l.0",
            "l[9]",
            "e",
            "nil",
            "nil.x",
            "entities",
            "o.entities",
            "..",
            "[0]",
            "state.state.n",
            "l.length",
            "log");
    return Combinators.combine(Arbitraries.of(Operation.values()), paths, values)
        .as(StateChange::new);
  }

  @Property(tries = 1_000)
  void noChangeThrowsAndTheStateStaysWritable(@ForAll("changes") StateChange change) {
    Situation before = new Situation(Parsed.object(STATE), List.of());
    switch (Operations.apply(before, change)) {
      case Applied(Situation after) ->
          assertThat(Parsed.json(after.state().write())).isEqualTo(after.state());
      case Inapplicable(String reason) -> assertThat(reason).isNotBlank();
    }
    assertThat(before.state()).isEqualTo(Parsed.object(STATE));
  }

  @Test
  void somebodyWhoIsPushedJoinsTheCastOnce() {
    StateChange push =
        new StateChange(Operation.PUSH, "entities", Parsed.json("{'id':'ann','name':'Ann'}"));
    Situation before = new Situation(Parsed.object("{'entities':[]}"), List.of());
    Situation after = ((Applied) Operations.apply(before, push)).after();
    assertThat(after.entities()).extracting(Entity::name).containsExactly("Ann");
    assertThat(after.state().array("entities").orElseThrow().elements()).hasSize(1);
    assertThat(Operations.apply(after, push))
        .isEqualTo(new Inapplicable("'ann' takes part already"));
  }

  @Test
  void theCastGrowsWhereTheStateKeepsNoListOfIt() {
    StateChange push = new StateChange(Operation.PUSH, "entities", Parsed.json("{'name':'Ann'}"));
    Situation after =
        ((Applied) Operations.apply(new Situation(JsonObject.EMPTY, List.of()), push)).after();
    assertThat(after.entities()).hasSize(1);
    assertThat(after.state()).isEqualTo(JsonObject.EMPTY);
  }

  @Test
  void aStateNeverBecomesTooDeepToBeReadAgain() {
    Json deep = Json.of(1);
    for (int i = 0; i < 64; i++) {
      deep = JsonArray.of(deep);
    }
    StateChange change = new StateChange(Operation.SET, "o.deep", deep);
    assertThat(Operations.apply(new Situation(Parsed.object(STATE), List.of()), change))
        .isInstanceOf(Inapplicable.class);
  }
}
