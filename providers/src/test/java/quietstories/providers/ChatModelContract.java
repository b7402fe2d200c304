package quietstories.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import quietstories.json.JsonObject;
import quietstories.model.AnswerSchema;
import quietstories.model.Cancellation;
import quietstories.model.Message;
import quietstories.model.ModelAnswer;
import quietstories.model.ModelException;
import quietstories.model.ModelFault;
import quietstories.model.ModelRequest;
import quietstories.model.ToolCall;
import quietstories.model.ToolSpec;
import quietstories.testkit.ModelServer;
import quietstories.testkit.RecordedRequest;
import quietstories.testkit.Reply;
import quietstories.testkit.SpokenCalls;
import quietstories.testkit.SpokenCalls.Call;
import quietstories.testkit.Trouble;
import quietstories.testkit.WireStyle;

/** What holds for every vendor. */
abstract class ChatModelContract {

  static final String STORY = "Żółw 🐢 idzie — powoli.";
  static final ToolSpec LOOK =
      new ToolSpec("look", "Looks.", JsonObject.builder().put("type", "object").build());
  private static final Duration SOON = Duration.ofSeconds(10);

  final ModelServer server = ModelServer.start();
  final ServedModel model = Models.of(provider(), server);
  final Models.Heard heard = new Models.Heard();

  /** The vendor's short name. */
  abstract String provider();

  @AfterEach
  void close() {
    server.close();
  }

  ModelAnswer ask(ModelRequest request) {
    return model.ask(request, heard, new Cancellation());
  }

  ModelAnswer ask() {
    return ask(Models.HELLO);
  }

  JsonObject sent() {
    return server.requests().getLast().body();
  }

  @Test
  void whatTheListenerHearsIsTheText() {
    server.always(Reply.text(STORY));
    ModelAnswer answer = ask();
    assertThat(answer.text()).isEqualTo(STORY).isEqualTo(heard.text.toString());
    assertThat(answer.finish()).isEqualTo(ModelAnswer.Finish.STOP);
  }

  @Test
  void splitCharactersCrlfAndKeepAliveChangeNothing() {
    server.always(Reply.text(STORY).style(WireStyle.PLAIN.withCrlf().withComments().inWritesOf(1)));
    assertThat(ask().text()).isEqualTo(STORY);
  }

  @Test
  void anEventThatCannotBeReadCostsItself() {
    server.always(Reply.pieces("a", "b").trouble(new Trouble.Garble(1, "{\"broken")));
    assertThat(ask().text()).isEqualTo("ab");
  }

  @Test
  void thoughtsAreNotTold() {
    server.always(Reply.pieces("<th", "ink>hm", "m</think>", "Now.").reasoning("I ", "wonder"));
    assertThat(ask().text()).isEqualTo("Now.");
  }

  @Test
  void thoughtsThatBeginUnannouncedAreNotToldOnceThatIsKnown() {
    server.always(Reply.pieces("Let me ", "see.</th", "ink>", "Now."));
    ask();
    assertThat(ask().text()).isEqualTo("Now.");
    server.always(Reply.pieces("No thought ", "at all."));
    assertThat(ask().text()).isEqualTo("No thought at all.");
    List<String> pieces = new ArrayList<>();
    model.ask(Models.HELLO, pieces::add, new Cancellation());
    assertThat(pieces).containsExactly("No thought ", "at all.");
  }

  @Test
  void usageIsReportedAndAMissingOneIsNoFailure() {
    server.always(Reply.text("a").usage(120, 90, 7));
    ModelAnswer answer = ask();
    assertThat(answer.usage().input()).hasValue(120);
    assertThat(answer.usage().output()).hasValue(7);
    server.always(Reply.text("a").withoutUsage());
    assertThat(ask().usage().input()).isEmpty();
  }

  @Test
  void anAnswerThatRanIntoItsLimitSaysSo() {
    server.always(Reply.text("a").finish("length"));
    assertThat(ask().finish()).isEqualTo(ModelAnswer.Finish.LENGTH);
  }

  @Test
  void aStreamWithoutAnyWordOfItsEndIsTorn() {
    server.always(Reply.pieces("half a wo").trouble(new Trouble.Ends(1)));
    ModelAnswer answer = ask();
    assertThat(answer.finish()).isEqualTo(ModelAnswer.Finish.TORN);
    assertThat(answer.text()).isEqualTo("half a wo");
  }

  @Test
  void aConnectionLostInMidWordIsTornToo() {
    server.always(Reply.pieces("half a wo").trouble(new Trouble.Cut(1, true)));
    assertThat(ask().finish()).isEqualTo(ModelAnswer.Finish.TORN);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void anErrorInsideAnAnswerIsAFailureWithoutTheVendorsWords() {
    JsonObject error = JsonObject.builder().put("message", "VENDOR-TEXT").build();
    server.always(Reply.pieces("a").trouble(new Trouble.Fails(0, error)));
    assertFault(ModelFault.UNAVAILABLE);
    server.always(Reply.errorInside(error));
    assertFault(ModelFault.UNAVAILABLE);
  }

  private void assertFault(ModelFault fault) {
    assertThatThrownBy(this::ask)
        .asInstanceOf(type(ModelException.class))
        .satisfies(
            e -> {
              assertThat(e.fault()).isEqualTo(fault);
              assertThat(e.getMessage()).doesNotContain("VENDOR-TEXT", "127.0.0.1");
            });
  }

  @Test
  void statusesBecomeFaultsThatShowNothingInner() {
    server.always(Reply.status(401));
    assertFault(ModelFault.UNAUTHORIZED);
    server.always(Reply.status(404));
    assertFault(ModelFault.REJECTED);
    server.always(Reply.status(400));
    assertFault(ModelFault.REJECTED);
    server.always(Reply.status(500));
    assertFault(ModelFault.UNAVAILABLE);
    server.always(Reply.status(429));
    assertFault(ModelFault.RATE_LIMITED);
    assertThat(server.requests()).hasSize(5);
  }

  @Test
  void callsAreGivenOnceWholeAndInTheModelsOrder() {
    server.always(
        Reply.text("I look.")
            .calls(
                SpokenCalls.Style.ORDERLY,
                new Call("call_a", "look", "{\"at\":\"{door}\"}"),
                new Call("call_b", "look", "{\"at\":\"window \\\"}\"}")));
    ModelAnswer answer = ask(Models.HELLO.withTools(List.of(LOOK)));
    assertThat(answer.calls()).isEqualTo(heard.calls);
    assertThat(answer.calls())
        .extracting(ToolCall::arguments)
        .containsExactly("{\"at\":\"{door}\"}", "{\"at\":\"window \\\"}\"}");
    assertThat(answer.calls()).extracting(ToolCall::id).doesNotHaveDuplicates();
    assertThat(answer.finish()).isEqualTo(ModelAnswer.Finish.STOP);
    assertThat(answer.text()).isEqualTo("I look.");
  }

  @Test
  void aCallWithoutArgumentsHasAnEmptyObject() {
    server.always(
        Reply.text("").calls(SpokenCalls.Style.ORDERLY, new Call("call_a", "look", "{}")));
    assertThat(ask(Models.HELLO.withTools(List.of(LOOK))).calls())
        .extracting(ToolCall::arguments)
        .containsExactly("{}");
  }

  @Test
  void toolsCallsAndResultsAreSentWithTheirNames() {
    ToolCall call = new ToolCall("call_1", "look", "{\"at\":\"door\"}");
    ask(
        ModelRequest.of(
                "narrate",
                List.of(
                    Message.system("Tell."),
                    Message.user("Look."),
                    Message.assistant("Wait.", List.of(call)),
                    Message.result(call, "A door.")))
            .withTools(List.of(LOOK)));
    assertThat(sent().write()).contains("\"look\"", "\"Looks.\"", "door", "A door.", "Tell.");
    assertToolsSent(sent());
  }

  /** Checks the vendor's own form of that conversation. */
  abstract void assertToolsSent(JsonObject body);

  @Test
  void aSchemaIsAskedForOnTheWire() {
    AnswerSchema form =
        new AnswerSchema("Form", JsonObject.builder().put("type", "object").build());
    ask(Models.HELLO.withSchema(Optional.of(form)));
    assertSchemaSent(sent());
  }

  /** Checks the vendor's own form of a wish for JSON. */
  abstract void assertSchemaSent(JsonObject body);

  @Test
  void aPlayerWhoLeavesClosesTheSocket() throws Exception {
    server.always(Reply.pieces("a", "b").trouble(new Trouble.Stall(1)));
    Cancellation cancellation = new Cancellation();
    assertThatThrownBy(() -> model.ask(Models.HELLO, _ -> cancellation.cancel(), cancellation))
        .asInstanceOf(type(ModelException.class))
        .extracting(ModelException::fault)
        .isEqualTo(ModelFault.CANCELLED);
    assertThat(server.requests().getFirst().awaitEnd(SOON)).contains(RecordedRequest.End.HUNG_UP);
  }

  @Test
  void connectionsAreUsedAgain() {
    for (int i = 0; i < 5; i++) {
      ask();
    }
    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void whereTheTimeWentIsToldInOrder() {
    var timing = ask().timing();
    assertThat(
            List.of(
                timing.start(),
                timing.sent(),
                timing.connected().orElseThrow(),
                timing.firstByte().orElseThrow(),
                timing.firstToken().orElseThrow(),
                timing.end()))
        .isSorted();
  }
}
