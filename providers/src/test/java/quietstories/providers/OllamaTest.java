package quietstories.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import quietstories.json.JsonObject;
import quietstories.model.Message;
import quietstories.model.ModelRequest;

class OllamaTest extends ChatModelContract {

  @Override
  String provider() {
    return "ollama";
  }

  @Override
  void assertToolsSent(JsonObject body) {
    assertThat(body.write())
        .contains(
            "\"tool_calls\":[{\"function\":{\"name\":\"look\",\"arguments\":{\"at\":\"door\"}}}]",
            "{\"role\":\"tool\",\"content\":\"A door.\",\"tool_name\":\"look\"}");
  }

  @Override
  void assertSchemaSent(JsonObject body) {
    assertThat(body.object("format")).isPresent();
  }

  @Test
  void theContextHasRoomForWhatIsAskedAndNeverShrinks() {
    ask();
    assertThat(context()).isEqualTo(4_096);
    ask(ModelRequest.of("narrate", List.of(Message.user("word ".repeat(6_000)))));
    assertThat(context()).isEqualTo(16_384);
    ask();
    assertThat(context()).isEqualTo(16_384);
  }

  private long context() {
    return sent().object("options").orElseThrow().integer("num_ctx").orElseThrow();
  }

  @Test
  void theModelStaysLoadedOverAPause() {
    ask();
    assertThat(sent().text("keep_alive")).contains("30m");
  }

  @Test
  void oneCallAtATimeIsAskedOfIt() {
    assertThat(model.identity().provider()).isEqualTo("ollama");
    assertThat(model.known().orElseThrow().concurrency()).isEqualTo(1);
  }
}
