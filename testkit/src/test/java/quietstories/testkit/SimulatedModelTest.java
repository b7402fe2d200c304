package quietstories.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.json.JsonReader;

/** What a simulated vendor promises, in counts and orders, never on a clock. */
class SimulatedModelTest {

  private static final Timing CACHED = new Timing("test", Duration.ofMillis(100), 100, 10, 1, true);

  private final SimulatedModel model = new SimulatedModel(CACHED, new Improviser(10));

  @Test
  void readingTakesTheTimeOfTheNewTokensAndWritingThatOfEachToken() {
    Pace pace = CACHED.pace(50);
    assertThat(pace.first()).isEqualTo(Duration.ofMillis(100 + 500 + 100));
    assertThat(pace.each()).isEqualTo(Duration.ofMillis(100));
  }

  @Test
  void anInstantModelNeverPauses() {
    assertThat(Timing.INSTANT.pace(1_000_000)).isEqualTo(Pace.INSTANT);
  }

  @Test
  void whatASlotKeepsIsReportedAndCostsNoTime() {
    JsonObject request = request("x".repeat(400));
    String prompt = SimulatedModel.prompt(request);
    Speech cold = model.speech(request, prompt, new Slots.Slot(""));
    Speech warm = model.speech(request, prompt, new Slots.Slot(prompt.substring(0, 202)));
    assertThat(cold.usage().orElseThrow().cached()).hasValue(0);
    assertThat(warm.usage().orElseThrow().cached()).hasValue(50);
    assertThat(warm.pace().first()).isEqualTo(cold.pace().first().minusMillis(500));
  }

  @Test
  void aConversationThatGoesOnFindsItsPromptAndItsAnswerInTheCache() throws Exception {
    JsonObject first = request("begin");
    String answer = serve(model, first).text();
    JsonObject second =
        JsonObject.of(
            "messages",
            JsonArray.of(
                message("user", "begin"), message("assistant", answer), message("user", "go")));
    ReportedUsage usage = serve(model, second).usage().orElseThrow();
    int shared = SimulatedModel.prompt(first).length() + answer.length() + 1;
    assertThat(usage.cached()).hasValue(shared / 4);
  }

  @Test
  void withoutAPrefixCacheNothingIsKept() throws Exception {
    SimulatedModel forgetful = new SimulatedModel(Timing.INSTANT, new Improviser(10));
    serve(forgetful, request("begin"));
    assertThat(serve(forgetful, request("begin")).usage().orElseThrow().cached()).hasValue(0);
  }

  @Test
  void aSecondRequestWaitsUntilTheOnlySlotIsFree() throws Exception {
    CountDownLatch finish = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<String> order = new CompletableFuture<>();
    Thread one =
        Thread.ofVirtual()
            .start(
                () ->
                    serve(
                        model,
                        recorded("one"),
                        speech -> {
                          begun.countDown();
                          finish.await();
                          return true;
                        }));
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    Thread two =
        Thread.ofVirtual()
            .start(() -> serve(model, recorded("two"), speech -> order.complete("two")));
    while (model.inside() < 2) {
      Thread.onSpinWait();
    }
    assertThat(order).isNotDone();
    finish.countDown();
    assertThat(order.get(10, TimeUnit.SECONDS)).isEqualTo("two");
    one.join();
    two.join();
    assertThat(model.inside()).isZero();
  }

  @Test
  void whoLeavesTheQueueIsNotServedAndHoldsNobodyUp() throws Exception {
    CompletableFuture<String> served = new CompletableFuture<>();
    CountDownLatch finish = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    Thread.ofVirtual()
        .start(
            () ->
                serve(
                    model,
                    recorded("one"),
                    speech -> {
                      begun.countDown();
                      finish.await();
                      return true;
                    }));
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    RecordedRequest leaving = recorded("two");
    Thread two =
        Thread.ofVirtual()
            .start(() -> serve(model, leaving, speech -> served.complete("the one who left")));
    leaving.ended(RecordedRequest.End.HUNG_UP);
    two.join();
    Thread three =
        Thread.ofVirtual()
            .start(() -> serve(model, recorded("three"), _ -> served.complete("three")));
    finish.countDown();
    three.join();
    assertThat(served.get(10, TimeUnit.SECONDS)).isEqualTo("three");
  }

  @Test
  void theAnswerEndsAtTheTokensThatWereAskedFor() throws Exception {
    JsonObject request = request("begin").with("max_tokens", Json.of(1));
    Speech speech = serve(model, request);
    assertThat(speech.pieces()).hasSize(1);
    assertThat(speech.finish()).isEqualTo("length");
  }

  @Test
  void aStoryAnswerHasItsWordsInEveryForm() throws Exception {
    Improviser improviser = new Improviser(120);
    String plain = improviser.apply(request("tell")).text();
    String marked = improviser.apply(request("then the marker line \"[[END]]\" and")).text();
    JsonObject schema =
        (JsonObject)
            JsonReader.read(
                "{\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"schema\":{\"type\":"
                    + "\"object\",\"properties\":{\"narrative\":{\"type\":\"string\"},\"list\":{\"type\":"
                    + "\"array\",\"items\":{}},\"number\":{\"type\":\"number\"}}}}}}");
    JsonObject filled = (JsonObject) JsonReader.read(improviser.apply(schema).text());
    assertThat(plain.split(" ")).hasSize(120);
    assertThat(marked.substring(0, marked.indexOf("\n[[END]]\n{")).split(" ")).hasSize(120);
    assertThat(filled.text("narrative").orElseThrow().split(" ")).hasSize(120);
    assertThat(filled.members().keySet()).containsExactly("narrative", "list", "number");
  }

  @Test
  void theSameRequestGetsTheSameAnswerAndAnotherOneAnother() {
    Improviser improviser = new Improviser(30);
    assertThat(improviser.apply(request("one"))).isEqualTo(improviser.apply(request("one")));
    assertThat(improviser.apply(request("one"))).isNotEqualTo(improviser.apply(request("two")));
  }

  @Test
  void everyNamedTimingIsFoundByItsName() {
    assertThat(Timing.ALL)
        .allSatisfy(timing -> assertThat(Timing.named(timing.name())).contains(timing));
    assertThat(Timing.named("quantum")).isEmpty();
  }

  private static Speech serve(SimulatedModel model, JsonObject request) throws Exception {
    CompletableFuture<Speech> told = new CompletableFuture<>();
    model.serve(new RecordedRequest(Map.of(), request), told::complete);
    return told.get(10, TimeUnit.SECONDS);
  }

  private static void serve(
      SimulatedModel model, RecordedRequest request, SimulatedModel.Telling telling) {
    try {
      model.serve(request, telling);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static RecordedRequest recorded(String words) {
    return new RecordedRequest(Map.of(), request(words));
  }

  private static JsonObject request(String words) {
    return JsonObject.of("messages", JsonArray.of(message("user", words)));
  }

  private static JsonObject message(String role, String words) {
    return JsonObject.builder().put("role", role).put("content", words).build();
  }
}
