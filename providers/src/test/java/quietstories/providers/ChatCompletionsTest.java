package quietstories.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import quietstories.json.JsonObject;
import quietstories.model.ModelAnswer;
import quietstories.model.ToolCall;
import quietstories.testkit.Reply;
import quietstories.testkit.SpokenCalls;
import quietstories.testkit.SpokenCalls.Call;
import quietstories.testkit.WireStyle;

class ChatCompletionsTest extends ChatModelContract {

  private static final Call DOOR = new Call("call_a", "look", "{\"at\":\"door\"}");
  private static final Call WELL = new Call("call_b", "take", "{\"what\":[\"}\"]}");

  @Override
  String provider() {
    return "generic";
  }

  @Override
  void assertToolsSent(JsonObject body) {
    assertThat(body.write())
        .contains(
            "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"look\"",
            "\"tool_calls\":[{\"id\":\"call_1\",\"type\":\"function\"",
            "\"arguments\":\"{\\\"at\\\":\\\"door\\\"}\"",
            "{\"role\":\"tool\",\"tool_call_id\":\"call_1\",\"content\":\"A door.\"}");
  }

  @Override
  void assertSchemaSent(JsonObject body) {
    assertThat(body.object("response_format").orElseThrow().write())
        .contains("json_schema", "\"Form\"");
  }

  @ParameterizedTest
  @EnumSource
  void callsAreToldApartHoweverTheyAreNumbered(SpokenCalls.Style style) {
    server.always(Reply.text("So.").calls(style, DOOR, WELL));
    ModelAnswer answer = ask(Models.HELLO.withTools(List.of(LOOK)));
    assertThat(answer.calls())
        .containsExactly(
            new ToolCall("call_a", "look", DOOR.arguments()),
            new ToolCall("call_b", "take", WELL.arguments()));
    assertThat(heard.calls).isEqualTo(answer.calls());
  }

  @ParameterizedTest
  @EnumSource(names = "PLACEHOLDERS", mode = EnumSource.Mode.EXCLUDE)
  void callsWithoutIdsGetTheSameOnesEachTime(SpokenCalls.Style style) {
    Call first = new Call("", "look", "{\"at\":1}");
    Call second = new Call("", "look", "{\"at\":2}");
    server.always(Reply.text("So.").calls(style, first, second));
    List<ToolCall> calls = ask(Models.HELLO.withTools(List.of(LOOK))).calls();
    assertThat(calls).extracting(ToolCall::arguments).containsExactly("{\"at\":1}", "{\"at\":2}");
    assertThat(calls).extracting(ToolCall::id).doesNotHaveDuplicates().doesNotContain("");
    assertThat(ask(Models.HELLO.withTools(List.of(LOOK))).calls()).isEqualTo(calls);
  }

  @Test
  void aWholeMessageAfterItsPiecesIsNotToldTwice() {
    String piece = event("\"delta\":{\"content\":\"Once.\"}");
    String whole =
        event(
            "\"message\":{\"content\":\"Once.\",\"tool_calls\":[{\"id\":\"x\",\"function\":"
                + "{\"name\":\"look\",\"arguments\":\"{}\"}}]},\"finish_reason\":\"stop\"");
    String call =
        event(
            "\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"x\",\"function\":"
                + "{\"name\":\"look\",\"arguments\":\"{}\"}}]}");
    server.always(Reply.raw(Duration.ZERO, bytes(piece), bytes(call), bytes(whole)));
    ModelAnswer answer = ask();
    assertThat(answer.text()).isEqualTo("Once.");
    assertThat(answer.calls()).hasSize(1);
  }

  @Test
  void argumentsMayBeAnObject() {
    String call =
        event(
            "\"delta\":{\"tool_calls\":[{\"id\":\"x\",\"function\":"
                + "{\"name\":\"look\",\"arguments\":{\"at\":1}}}]},\"finish_reason\":\"tool_calls\"");
    server.always(Reply.raw(Duration.ZERO, bytes(call)));
    assertThat(ask().calls()).containsExactly(new ToolCall("x", "look", "{\"at\":1}"));
  }

  @Test
  void aFinishReasonIsEnoughWithoutDone() {
    server.always(Reply.text("a").style(WireStyle.PLAIN.withoutDone()));
    assertThat(ask().finish()).isEqualTo(ModelAnswer.Finish.STOP);
  }

  @Test
  void doneIsEnoughWithoutAFinishReason() {
    server.always(Reply.text("a").style(WireStyle.PLAIN.withoutFinishReason().withEmptyChoices()));
    assertThat(ask().finish()).isEqualTo(ModelAnswer.Finish.STOP);
  }

  @Test
  void cachedTokensAreCounted() {
    server.always(Reply.text("a").usage(120, 90, 7));
    assertThat(ask().usage().cached()).hasValue(90);
  }

  private static String event(String choice) {
    return "data: {\"choices\":[{\"index\":0," + choice + "}]}\n\n";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
