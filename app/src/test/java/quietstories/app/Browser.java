package quietstories.app;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A browser of this machine, without a window. Every page it opens is a stranger to the others. */
final class Browser implements AutoCloseable {

  private static final double PATIENCE_MS = 60_000;

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;

  private Browser(Path program) {
    // why: a busy machine is slow, which is no fault of the page; nothing here measures time.
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program)
                    // why: the sandbox refuses to run as root, as build machines often do.
                    .setArgs(List.of("--no-sandbox")));
  }

  /** Returns the program of an installed Chromium, if there is one. */
  static Optional<Path> program() {
    Stream<Path> named = Optional.ofNullable(System.getenv("CHROMIUM")).map(Path::of).stream();
    Stream<Path> usual =
        Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
            .map(name -> Path.of("/usr/bin", name));
    return Stream.concat(named, usual).filter(Files::isExecutable).findFirst();
  }

  /** Starts that program. */
  static Browser start(Path program) {
    return new Browser(program);
  }

  /** Opens a page of that width in pixels, which knows nothing of the pages before it. */
  Page open(int width) {
    BrowserContext context =
        browser.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width, 800));
    context.setDefaultTimeout(PATIENCE_MS);
    return context.newPage();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
