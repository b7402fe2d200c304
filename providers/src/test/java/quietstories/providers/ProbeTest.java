package quietstories.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import quietstories.json.JsonLimits;
import quietstories.json.JsonObject;
import quietstories.json.JsonReader;
import quietstories.model.AnswerProtocol;
import quietstories.testkit.ModelServer;
import quietstories.testkit.Reply;
import quietstories.testkit.ServerTraits;
import quietstories.testkit.SpokenCalls;
import quietstories.testkit.SpokenCalls.Call;

class ProbeTest {

  private static final ServerTraits UNKNOWN = ServerTraits.LLAMA_SERVER.ownedBy("somebody");

  private static Finding of(String provider, String base, String models, String details) {
    Optional<JsonObject> told = details.isEmpty() ? Optional.empty() : Optional.of(json(details));
    List<JsonObject> listed =
        json("{\"data\":" + models + "}").array("data").orElseThrow().objects().toList();
    Endpoint endpoint =
        new Endpoint(provider, URI.create(base), Optional.empty(), Optional.empty());
    return new ServerFacts(endpoint, listed, told, OptionalInt.empty()).finding();
  }

  private static JsonObject json(String text) {
    return (JsonObject) JsonReader.read(text, JsonLimits.LENIENT);
  }

  private static AnswerProtocol protocol(Finding finding) {
    return AnswerProtocol.of(finding.identity().abilities());
  }

  @Test
  void llamaServerCallsToolsOnlyWithATemplateThatKnowsThemAndALargeModel() {
    String large = "[{\"id\":\"m\",\"meta\":{\"n_params\":8000000000}}]";
    String small = "[{\"id\":\"m\",\"meta\":{\"n_params\":135000000}}]";
    String caps =
        "{\"total_slots\":2,\"chat_template_caps\":"
            + "{\"supports_tools\":true,\"supports_tool_calls\":true,"
            + "\"supports_parallel_tool_calls\":true}}";
    String base = "http://127.0.0.1:8080/v1";
    assertThat(protocol(of("generic", base, large, caps))).isEqualTo(AnswerProtocol.CALLS);
    assertThat(protocol(of("generic", base, small, caps))).isEqualTo(AnswerProtocol.JSON);
    Finding plain = of("generic", base, large, "{\"total_slots\":2}");
    assertThat(protocol(plain)).isEqualTo(AnswerProtocol.JSON);
    assertThat(plain.concurrency()).isEqualTo(2);
    assertThat(plain.reason()).contains("knows no tools");
  }

  @Test
  void ollamaSaysWhatItsModelCan() {
    String base = "http://127.0.0.1:11434/v1";
    String can =
        "{\"capabilities\":[\"completion\",\"tools\"],\"details\":{\"parameter_size\":\"8.0B\"}}";
    Finding finding = of("ollama", base, "[{\"id\":\"m\"}]", can);
    assertThat(protocol(finding)).isEqualTo(AnswerProtocol.CALLS);
    assertThat(finding.concurrency()).isEqualTo(1);
    assertThat(finding.identity().abilities().cachedTokens()).isFalse();
    assertThat(protocol(of("ollama", base, "[]", ""))).isEqualTo(AnswerProtocol.JSON);
  }

  @Test
  void openRouterListsWhatAModelTakes() {
    String models = "[{\"id\":\"a\",\"supported_parameters\":[\"tools\",\"structured_outputs\"]}]";
    Finding finding = of("generic", "https://openrouter.ai/api/v1", models, "");
    assertThat(protocol(finding)).isEqualTo(AnswerProtocol.CALLS);
    assertThat(finding.open()).isFalse();
  }

  @Test
  void whatIsUnknownIsTakenToTalkOnly() {
    Finding finding = of("generic", "http://127.0.0.1:9/v1", "[{\"id\":\"m\"}]", "");
    assertThat(protocol(finding)).isEqualTo(AnswerProtocol.MARKER);
    assertThat(finding.open()).isTrue();
    assertThat(finding.concurrency()).isEqualTo(256);
    assertThat(of("generic", "https://example.org/v1", "[]", "").open()).isFalse();
  }

  private static Finding explored(ModelServer server) {
    ModelSettings settings =
        Models.curious(Models.settings("generic", Optional.of(URI.create(server.url()))));
    ServedModel model = Models.of(settings, new Servers());
    model.connect();
    while (model.known().map(Finding::open).orElse(true)) {
      Thread.onSpinWait();
    }
    return model.known().orElseThrow();
  }

  @Test
  void anUnknownServerIsAskedWhetherItCallsToolsAndKeepsToASchema() {
    try (ModelServer server = ModelServer.start(UNKNOWN)) {
      server.script(
          asked ->
              asked.array("tools").isPresent()
                  ? Reply.text("")
                      .calls(
                          SpokenCalls.Style.ORDERLY,
                          new Call("a", "look", "{}"),
                          new Call("b", "listen", "{}"))
                  : Reply.text("{\"ready\":true}"));
      Finding finding = explored(server);
      assertThat(protocol(finding)).isEqualTo(AnswerProtocol.CALLS);
      assertThat(finding.identity().abilities().schema()).isTrue();
      assertThat(finding.words()).contains("two tools at once", "protocol calls");
    }
  }

  @Test
  void aServerThatRefusesToolsAndTalksInProseGetsTheMarker() {
    try (ModelServer server = ModelServer.start(UNKNOWN)) {
      server.script(
          asked -> asked.array("tools").isPresent() ? Reply.status(400) : Reply.text("Hello."));
      assertThat(protocol(explored(server))).isEqualTo(AnswerProtocol.MARKER);
    }
  }

  @Test
  void aKnownServerIsAskedNothing() {
    try (ModelServer server = ModelServer.start()) {
      explored(server);
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void cachedTokensAreBelievedOnceSeen() {
    try (ModelServer server = ModelServer.start(UNKNOWN)) {
      ServedModel model = Models.of("generic", server);
      assertThat(model.identity().abilities().cachedTokens()).isFalse();
      server.always(Reply.text("a").usage(10, 5, 1));
      Models.ask(model);
      assertThat(model.identity().abilities().cachedTokens()).isTrue();
      assertThat(model.identity().abilities().streamedUsage()).isTrue();
    }
  }
}
