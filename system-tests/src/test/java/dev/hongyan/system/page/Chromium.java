// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of this machine, without a window. Used by one thread. */
final class Chromium implements AutoCloseable {

  /**
   * A busy machine with two cores needs a while; a page that is right is there in a tenth of it.
   */
  private static final double PATIENCE_MS = 20_000;

  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          // A microphone that hums, and nobody has to allow it.
          "--use-fake-device-for-media-stream",
          "--use-fake-ui-for-media-stream",
          "--autoplay-policy=no-user-gesture-required");

  private final Playwright playwright;
  private final Browser browser;
  private final List<String> complaints = new ArrayList<>();

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** What a browser test needs and this machine has not, in words; empty if all is there. */
  static Optional<String> missing() {
    if (onPath("chromium").isEmpty()) {
      return Optional.of("chromium is not installed ('apt-get install chromium' brings it)");
    }
    return onPath("node").isEmpty() ? Optional.of("node is not installed") : Optional.empty();
  }

  static Chromium start() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    Map<String, String> environment =
        Map.of(
            "PLAYWRIGHT_NODEJS_PATH",
            onPath("node").orElseThrow().toString(),
            "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
            "1");
    Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    LaunchOptions options =
        new LaunchOptions().setExecutablePath(onPath("chromium").orElseThrow()).setArgs(FLAGS);
    return new Chromium(playwright, playwright.chromium().launch(options));
  }

  /** A new window as large as this, of a person who speaks that language and was never here. */
  Page window(String locale, int width, int height) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions().setLocale(locale).setViewportSize(width, height));
    context.setDefaultTimeout(PATIENCE_MS);
    Page page = context.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text() + " at " + message.location());
      }
    });
    return page;
  }

  /** Fails if a page threw, broke its content policy or got a refusal since the last time. */
  void assertNoComplaints() {
    List<String> heard = List.copyOf(complaints);
    complaints.clear();
    assertThat(heard).as("complaints in the browser's console").isEmpty();
  }

  /** Closes the windows and forgets what was complained of. */
  void closeWindows() {
    List.copyOf(browser.contexts()).forEach(BrowserContext::close);
    complaints.clear();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  private static Optional<Path> onPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
