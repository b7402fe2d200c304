package quietstories.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import quietstories.json.JsonObject;
import quietstories.json.JsonReader;

/** The page in a real browser, before the whole server. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageTest {

  private static final int WIDE = 1_280;
  private static final int NARROW = 360;
  private static final String STREAM = "**/turns/stream";
  private static final String DESCRIPTION =
      "A lighthouse keeper finds a door in the rock that was not there yesterday.";

  private Optional<Browser> browser = Optional.empty();
  private Optional<RunningServer> server = Optional.empty();
  private List<String> keys = new ArrayList<>();

  @BeforeAll
  void start() {
    Optional<Path> program = Browser.program();
    assumeTrue(program.isPresent(), "no Chromium is installed");
    browser = program.map(Browser::start);
    server = Optional.of(RunningServer.start());
  }

  @AfterAll
  void stop() {
    browser.ifPresent(Browser::close);
    server.ifPresent(RunningServer::close);
  }

  @BeforeEach
  void forgetKeys() {
    keys = new ArrayList<>();
  }

  @Test
  void aStoryIsPlayedWithTheKeyboardAloneAndIsStillThereAfterAReload() {
    Page page = open(WIDE);
    page.navigate(url());
    assertThat(page.locator("#description")).isFocused();
    page.keyboard().type(DESCRIPTION);
    page.keyboard().press("Enter");
    assertThat(page.locator("#words")).isFocused();
    page.keyboard().type("I look around.");
    page.keyboard().press("Enter");
    playedUpTo(page, 1);
    assertThat(page.locator("#words")).isFocused();
    String told = page.locator(".turn .prose").innerText();
    assertThat(told).isNotBlank();

    page.reload();
    playedUpTo(page, 1);
    assertThat(page.locator(".turn .said")).containsText("I look around.");
    assertThat(page.locator(".turn .prose").innerText()).isEqualTo(told);
    page.keyboard().press("Escape");
    assertThat(page.locator("#actions button").first()).isFocused();
    page.keyboard().press("1");
    fillParameters(page);
    playedUpTo(page, 2);
  }

  @Test
  void nothingIsSaidTwiceOnTheFirstScreenOfAStory() {
    Page page = open(WIDE);
    begin(page);
    List<String> openings = page.locator(".opening p").allInnerTexts();
    assertThat(openings).isNotEmpty().doesNotHaveDuplicates();
    List<String> actions = page.locator("#actions button").allInnerTexts();
    assertThat(page.locator("#ideas button").allInnerTexts())
        .allSatisfy(idea -> assertThat(actions).noneMatch(action -> action.endsWith(idea.strip())));
  }

  @Test
  void theLastTurnIsTakenBackBroughtBackAndToldDifferently() {
    Page page = open(WIDE);
    begin(page);
    assertThat(page.locator("#travel")).isHidden();
    say(page, "I look around.");
    playedUpTo(page, 1);
    String told = page.locator(".turn .prose").innerText();

    page.locator("#undo").click();
    assertThat(page.locator("#story-turn")).hasText("Before the first turn");
    assertThat(page.locator(".turn")).hasCount(0);
    page.locator("#redo").click();
    playedUpTo(page, 1);
    assertThat(page.locator(".turn .prose").innerText()).isEqualTo(told);

    page.locator("#again").click();
    assertThat(page.locator(".turn .prose")).not().hasText(told);
    playedUpTo(page, 1);
    assertThat(page.locator(".turn")).hasCount(1);
    assertThat(page.locator(".turn .said")).containsText("I look around.");
    assertThat(turnsOnServer(page)).isEqualTo(1);
  }

  @Test
  void theStoryIsALiveRegionAndSaysWhoTellsIt() {
    Page page = open(WIDE);
    begin(page);
    assertThat(page.locator("#telling")).hasAttribute("aria-live", "polite");
    assertThat(page.locator("#story-narrator")).not().isEmpty();
  }

  @Test
  void aTurnWhoseStreamBreaksAfterItWasStoredIsNeverPlayedTwice() {
    Page page = open(WIDE);
    begin(page);
    AtomicInteger tries = new AtomicInteger();
    page.route(
        STREAM,
        route -> {
          note(route);
          if (tries.getAndIncrement() == 0) {
            fulfil(route, withoutLastEvent(route.fetch().text()));
          } else {
            route.resume();
          }
        });
    say(page, "I wait.");
    assertThat(page.locator("#failure")).containsText("broke");
    page.locator("#failure button").click();
    playedUpTo(page, 1);
    assertThat(page.locator(".turn")).hasCount(1);
    assertThat(keys).hasSize(2).containsOnly(keys.getFirst());
    assertThat(turnsOnServer(page)).isEqualTo(1);
  }

  @Test
  void theSameWordsAfterAFailureGoOutUnderTheSameKeyAndOthersUnderAnother() {
    Page page = open(WIDE);
    begin(page);
    page.route(
        STREAM,
        route -> {
          note(route);
          failWith(route, 502, "The model is out for a walk.", "MODEL_UNAVAILABLE");
        });
    for (String words : List.of("I knock.", "I knock.", "I leave.")) {
      say(page, words);
      assertThat(page.locator("#failure")).containsText("The model is out for a walk.");
    }
    assertThat(keys).hasSize(3);
    assertThat(keys.get(1)).isEqualTo(keys.getFirst());
    assertThat(keys.get(2)).isNotEqualTo(keys.getFirst());
  }

  @Test
  void anErrorEventIsShownInItsOwnWordsAndLeavesNoEmptyTurn() {
    Page page = open(WIDE);
    begin(page);
    page.route(
        STREAM,
        route ->
            fulfil(
                route,
                event("{'type':'start','turn':0}")
                    + event(
                        "{'type':'error','message':'It took too long.','code':'MODEL_TIMEOUT',"
                            + "'retryable':true}")));
    say(page, "I wait.");
    assertThat(page.locator("#failure")).containsText("It took too long.");
    assertThat(page.locator(".turn")).hasCount(0);
    assertThat(page.locator("#words")).hasValue("I wait.");
    page.unroute(STREAM);
    page.locator("#failure button").click();
    playedUpTo(page, 1);
  }

  @Test
  void whatAModelWritesNeverBecomesMarkup() {
    Page page = open(WIDE);
    begin(page);
    page.route(
        STREAM,
        route ->
            fulfil(
                route,
                event("{'type':'start','turn':0}")
                    + event("{'type':'narrative_chunk','content':'<img src=x> *sof'}")
                    + event("{'type':'narrative_chunk','content':'tly* <b>no</b>'}")));
    page.locator("#words").fill("I read.");
    page.evaluate(
        """
        new MutationObserver(() => {
          const prose = document.querySelector('.turn .prose');
          if (prose) window.seen = prose.innerHTML;
        }).observe(document.body, { subtree: true, childList: true, characterData: true })
        """);
    page.locator("#words").press("Enter");
    assertThat(page.locator("#failure")).isVisible();
    assertThat(page.evaluate("window.seen"))
        .isEqualTo("<p>&lt;img src=x&gt; <em>softly</em> &lt;b&gt;no&lt;/b&gt;</p>");
  }

  @Test
  void aNarrowScreenNeverScrollsSidewaysAndNothingIsLoadedFromElsewhere() {
    List<String> hosts = new ArrayList<>();
    Page page = open(NARROW);
    List<String> complaints = new ArrayList<>();
    page.onConsoleMessage(message -> complaints.add(message.text()));
    page.onPageError(complaints::add);
    page.onRequest(request -> hosts.add(URI.create(request.url()).getAuthority()));
    begin(page);
    say(page, "I look around.");
    playedUpTo(page, 1);
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(NARROW);
    assertThat(hosts).containsOnly(URI.create(url()).getAuthority());
    assertThat(complaints).isEmpty();
  }

  @Test
  void aServerThatAsksForATokenIsGivenItOnceForTheTab() {
    Page page = open(WIDE);
    page.route(
        Pattern.compile(".*/(sessions|scenarios)/.*"),
        route -> {
          if ("Bearer sesame".equals(route.request().allHeaders().get("authorization"))) {
            route.resume();
          } else {
            failWith(route, 401, "This server needs a token.", "PLAYER_UNAUTHORIZED");
          }
        });
    page.navigate(url());
    page.locator("#token").fill("wrong");
    page.keyboard().press("Enter");
    assertThat(page.locator("#token-rejected")).isVisible();
    page.locator("#token").fill("sesame");
    page.keyboard().press("Enter");
    assertThat(page.locator("#token-dialog")).isHidden();
    page.reload();
    assertThat(page.locator("#description")).isFocused();
    assertThat(page.locator("#token-dialog")).isHidden();
  }

  @Test
  void anEarlierStoryIsListedAndDeletedByTheSecondPress() {
    Page page = open(WIDE);
    begin(page);
    String id = page.url().substring(page.url().lastIndexOf('/') + 1);
    page.locator(".brand").click();
    Locator entry =
        page.locator(
            "#sessions li", new Page.LocatorOptions().setHas(page.locator("[href$='" + id + "']")));
    entry.locator("button").click();
    assertThat(entry).isVisible();
    entry.locator("button").click();
    assertThat(entry).hasCount(0);
    assertThat(page.request().get(url() + "sessions/" + id).status()).isEqualTo(404);
  }

  @Test
  void theInterfaceIsDescribedAtDocsAndRedoc() {
    Page page = open(WIDE);
    for (String path : List.of("docs", "redoc")) {
      Response response = page.navigate(url() + path);
      assertThat(response.status()).isEqualTo(200);
      assertThat(page.locator("body")).containsText("Dynamic CYOA Engine");
    }
  }

  private Page open(int width) {
    return browser.orElseThrow().open(width);
  }

  /** Returns the server's address with a slash at its end. */
  private String url() {
    String url = server.orElseThrow().url().toString();
    return url.endsWith("/") ? url : url + "/";
  }

  private void begin(Page page) {
    page.navigate(url());
    page.locator("#description").fill(DESCRIPTION);
    page.locator("#begin-button").click();
    assertThat(page.locator("#words")).isVisible();
  }

  private static void say(Page page, String words) {
    page.locator("#words").fill(words);
    page.locator("#words").press("Enter");
  }

  private static void playedUpTo(Page page, int turn) {
    assertThat(page.locator("#story-turn")).hasText("Turn " + turn);
    assertThat(page.locator("#stop")).isHidden();
  }

  /** Gives an action that asks for parameters something that fits. */
  private static void fillParameters(Page page) {
    for (Locator input : page.locator("#params input").all()) {
      boolean number = "number".equals(input.getAttribute("type"));
      String least = Optional.ofNullable(input.getAttribute("min")).orElse("");
      input.fill(number ? (least.isEmpty() ? "1" : least) : "something");
    }
    if (page.locator("#params").isVisible()) {
      page.locator("#params .main-button").click();
    }
  }

  private int turnsOnServer(Page page) {
    String id = page.url().substring(page.url().lastIndexOf('/') + 1);
    String body = page.request().get(url() + "sessions/" + id).text();
    return JsonReader.read(body) instanceof JsonObject session
        ? (int) session.integer("turn").orElseThrow()
        : -1;
  }

  private void note(Route route) {
    keys.add(route.request().headers().get("idempotency-key"));
  }

  private static void fulfil(Route route, String events) {
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(200)
            .setContentType("text/event-stream; charset=utf-8")
            .setBody(events));
  }

  private static String withoutLastEvent(String events) {
    return events.substring(0, events.stripTrailing().lastIndexOf("data: "));
  }

  private static void failWith(Route route, int status, String detail, String code) {
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(status)
            .setContentType("application/json")
            .setBody(JsonObject.builder().put("detail", detail).put("code", code).build().write()));
  }

  private static String event(String json) {
    return "data: " + json.replace('\'', '"') + "\n\n";
  }
}
