package quietstories.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.model.Message;
import quietstories.model.ModelRequest;
import quietstories.model.ToolCall;
import quietstories.testkit.Reply;

class AnthropicTest extends ChatModelContract {

  @Override
  String provider() {
    return "anthropic";
  }

  @Override
  void assertToolsSent(JsonObject body) {
    assertThat(body.write())
        .contains(
            "\"input_schema\"",
            "{\"type\":\"tool_use\",\"id\":\"call_1\",\"name\":\"look\",\"input\":{\"at\":\"door\"}}",
            "{\"type\":\"tool_result\",\"tool_use_id\":\"call_1\",\"content\":\"A door.\"}");
    assertThat(body.array("system").orElseThrow().write()).contains("Tell.");
  }

  @Override
  void assertSchemaSent(JsonObject body) {
    assertThat(body.write())
        .contains("\"tool_choice\":{\"type\":\"tool\",\"name\":\"Form\"}", "\"input_schema\"");
  }

  @Test
  void cachedTokensCountAmongTheInput() {
    server.always(Reply.text("a").usage(120, 90, 7));
    var usage = ask().usage();
    assertThat(usage.input()).hasValue(120);
    assertThat(usage.cached()).hasValue(90);
  }

  @Test
  void userAndAssistantTakeStrictTurnsBeginningWithTheUser() {
    ToolCall call = new ToolCall("call_1", "look", "not json");
    ask(
        ModelRequest.of(
            "narrate",
            List.of(
                Message.assistant("Once."),
                Message.user("One."),
                Message.user("Two."),
                Message.assistant("", List.of(call)),
                Message.result(call, "A door."),
                Message.user("Go on."))));
    assertThat(messages().objects().map(m -> m.text("role").orElseThrow()))
        .containsExactly("user", "assistant", "user", "assistant", "user");
    assertThat(messages().write()).doesNotContain("\"text\":\"\"");
  }

  @Test
  void marksStandAfterTheSystemTextAndAtTheLastStableMessage() {
    ModelRequest request =
        ModelRequest.of(
            "narrate",
            List.of(
                Message.system("Tell."),
                Message.user("One."),
                Message.assistant("Done."),
                Message.user("Two.")));
    ask(request);
    assertThat(sent().write()).doesNotContain("cache_control");
    ask(request.withStableMessages(3));
    assertThat(sent().array("system").orElseThrow().write()).contains("cache_control");
    assertThat(messages().objects().map(m -> m.write().contains("cache_control")))
        .containsExactly(false, true, false);
  }

  @Test
  void anOverloadedServerIsAskedOnceMore() {
    server.inTurn(Reply.status(529), Reply.text("Now."));
    assertThat(ask().text()).isEqualTo("Now.");
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void theKeyGoesIntoItsOwnHeader() {
    ModelSettings settings =
        Models.withKeys(Models.settings("anthropic", Optional.of(URI.create(server.url()))));
    Models.ask(Models.of(settings, new Servers()));
    assertThat(server.requests().getLast().header("x-api-key")).contains(Models.KEY);
    assertThat(server.requests().getLast().header("authorization")).isEmpty();
    assertThat(server.requests().getLast().header("anthropic-version")).isPresent();
  }

  private JsonArray messages() {
    return sent().array("messages").orElseThrow();
  }
}
