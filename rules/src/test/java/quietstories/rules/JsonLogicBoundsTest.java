package quietstories.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonNull;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;

class JsonLogicBoundsTest {

  private static final List<String> NAMES =
      List.of(
          "==",
          "===",
          "!=",
          "!==",
          "<",
          "<=",
          ">",
          ">=",
          "!",
          "!!",
          "and",
          "or",
          "if",
          "?:",
          "+",
          "-",
          "*",
          "/",
          "%",
          "min",
          "max",
          "cat",
          "substr",
          "in",
          "merge",
          "map",
          "filter",
          "reduce",
          "all",
          "some",
          "none",
          "var",
          "missing",
          "missing_some",
          "log",
          "nonsense");

  @Provide
  Arbitrary<Json> expressions() {
    return expression(4);
  }

  private static Arbitrary<Json> expression(int depth) {
    Arbitrary<Json> leaf =
        Arbitraries.of(
            JsonNull.NULL,
            Json.of(0),
            Json.of(-3.5),
            Json.of(Long.MAX_VALUE),
            Json.of(""),
            Json.of("list"),
            Json.of("list.0"),
            Json.of("7x"),
            Json.of(true),
            JsonArray.EMPTY,
            JsonObject.of("var", Json.of("list")),
            JsonObject.of("var", Json.of("accumulator")));
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<Json> several = expression(depth - 1).list().ofMaxSize(4).map(JsonArray::new);
    Arbitrary<Json> operation =
        Combinators.combine(
                Arbitraries.of(NAMES), Arbitraries.oneOf(several, several, expression(depth - 1)))
            .as(JsonObject::of);
    return Arbitraries.oneOf(leaf, several, operation, operation, operation);
  }

  @Property(tries = 2_000)
  void noExpressionFailsOtherThanByItsFault(@ForAll("expressions") Json logic) {
    Json data = Parsed.json("{'list':[1,'2',null,[3]],'a':{'b':1}}");
    try {
      JsonLogic compiled = JsonLogic.compile(logic);
      assertThat(compiled.evaluate(data)).isEqualTo(compiled.evaluate(data));
      assertThat(compiled.whyFalse(data).isEmpty()).isEqualTo(compiled.holds(data));
    } catch (LogicFault fault) {
      assertThat(fault.getMessage()).isNotBlank();
    }
  }

  @Test
  void anUnknownOperatorIsNamedWithItsPlaceEvenWhereItIsNotReached() {
    Json logic = Parsed.json("{'if':[true,1,{'and':[true,{'smite':[1]}]}]}");
    assertThatExceptionOfType(LogicFault.class)
        .isThrownBy(() -> JsonLogic.compile(logic))
        .withMessageContaining("'smite'")
        .satisfies(f -> assertThat(f.place()).isEqualTo(JsonPath.parse("if.2.and.1.smite")));
  }

  @Test
  void anExpressionThatIsTooDeepIsRefused() {
    Json logic = Json.of(true);
    for (int i = 0; i < 65; i++) {
      logic = JsonObject.of("!", JsonArray.of(logic));
    }
    Json tooDeep = logic;
    assertThatExceptionOfType(LogicFault.class).isThrownBy(() -> JsonLogic.compile(tooDeep));
  }

  @Test
  void anExpressionThatIsTooLargeIsRefused() {
    Json many = new JsonArray(IntStream.range(0, 10_000).<Json>mapToObj(Json::of).toList());
    assertThatExceptionOfType(LogicFault.class)
        .isThrownBy(() -> JsonLogic.compile(JsonObject.of("max", many)));
  }

  private static void assertBurns(String logic) {
    Json numbers = new JsonArray(IntStream.range(0, 500).<Json>mapToObj(Json::of).toList());
    Json data = JsonObject.of("l", numbers).with("s", Json.of("x".repeat(10_000)));
    JsonLogic compiled = JsonLogic.compile(Parsed.json(logic));
    assertThatExceptionOfType(LogicFault.class).as(logic).isThrownBy(() -> compiled.evaluate(data));
  }

  @Test
  void whatGrowsWithoutEndIsStopped() {
    String acc = "{'var':'accumulator'}";
    assertBurns("{'reduce':[{'var':'l'},{'cat':[%s,%s]},'x']}".formatted(acc, acc));
    assertBurns("{'reduce':[{'var':'l'},{'merge':[%s,%s]},[1]]}".formatted(acc, acc));
    assertBurns("{'reduce':[{'var':'l'},[%s,%s],1]}".formatted(acc, acc));
    assertBurns("{'reduce':[{'var':'l'},[%s],1]}".formatted(acc));
  }

  @Test
  void loopsInLoopsAreStopped() {
    String literal = "[" + "1,".repeat(200) + "1]";
    assertBurns("{'map':[{'var':'l'},{'map':[%s,{'map':[%s,1]}]}]}".formatted(literal, literal));
  }

  @Test
  void aResultThatSharesItsPartsIsMeasuredAsItIsWritten() {
    String literal = "{'p':[" + "1,".repeat(5_000) + "1],'q':1}";
    assertBurns("{'map':[{'var':'l'},%s]}".formatted(literal));
  }

  @Test
  void longTextIsPaidFor() {
    String many = "{'var':'s'},".repeat(2_000) + "1";
    assertBurns("{'cat':[%s]}".formatted(many));
    assertBurns("{'map':[[%s],{'substr':[{'var':''},1]}]}".formatted(many));
  }
}
