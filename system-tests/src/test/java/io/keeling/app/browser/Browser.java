package io.keeling.app.browser;

import io.keeling.environment.Programs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Chromium without a screen, as wide as a desk or a telephone, light or dark. Used by one thread.
 */
final class Browser implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final String AXE = "/axe.min.js";

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /**
   * Starts it.
   *
   * @param profile where it may keep what it likes
   */
  static Browser open(Path profile) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(program("chromium").toString());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--lang=en",
        "--user-data-dir=" + profile);
    ChromeDriver driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(program("chromedriver").toFile())
                .build(),
            options);
    driver.manage().timeouts().scriptTimeout(PATIENCE);
    return new Browser(driver);
  }

  private static Path program(String name) {
    return Programs.find(name).orElseThrow(() -> new IllegalStateException("no " + name));
  }

  ChromeDriver driver() {
    return driver;
  }

  /** Opens a page. */
  void go(String address) {
    driver.get(address);
  }

  WebDriverWait await() {
    return new WebDriverWait(driver, PATIENCE);
  }

  /**
   * Shows pages from now on in a window of this width, in CSS pixels.
   *
   * @param scheme light or dark
   */
  void look(int width, int height, String scheme) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Turns scripts of pages on or off. */
  void scripts(boolean on) {
    driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
  }

  /** Presses a key on the page, wherever the focus is. */
  void press(CharSequence key) {
    new Actions(driver).sendKeys(key).perform();
  }

  void escape() {
    press(Keys.ESCAPE);
  }

  /** Whether an element is to be seen; the driver takes what a style sheet unfolds for folded. */
  boolean shows(By what) {
    return Boolean.TRUE.equals(
        driver.executeScript("return arguments[0].checkVisibility()", driver.findElement(what)));
  }

  /** What axe finds wrong with the page, one line each. */
  List<String> violations() throws IOException {
    return violations("{resultTypes: ['violations']}");
  }

  /** The same by those of its rules that look at colours. */
  List<String> violationsOfColours() throws IOException {
    return violations(
        "{resultTypes: ['violations'], runOnly: ['color-contrast', 'link-in-text-block']}");
  }

  @SuppressWarnings("unchecked")
  private List<String> violations(String options) throws IOException {
    try (InputStream axe = Browser.class.getResourceAsStream(AXE)) {
      driver.executeScript(
          new String(Objects.requireNonNull(axe, AXE).readAllBytes(), StandardCharsets.UTF_8));
    }
    return (List<String>)
        driver.executeAsyncScript(
            """
            const done = arguments[arguments.length - 1];
            axe.run(document, %s).then(
              (found) => done(found.violations.flatMap((violation) => violation.nodes.map(
                (node) => violation.id + ": " + node.html.slice(0, 200) + " " + node.failureSummary))),
              (problem) => done(["axe failed: " + problem]));
            """
                .formatted(options));
  }

  /** By how many pixels the page is wider than the window; what sticks out, by its classes. */
  @SuppressWarnings("unchecked")
  List<String> sticksOut() {
    return (List<String>)
        driver.executeScript(
            """
            const width = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= width) return [];
            return [...document.body.querySelectorAll("*")]
              .filter((e) => e.getBoundingClientRect().right > width + 1)
              .filter((e) => !e.closest(".visually-hidden"))
              .map((e) => e.tagName + "." + e.className);
            """);
  }

  /** Tables that are wider than the room they have. */
  @SuppressWarnings("unchecked")
  List<String> cutOff() {
    return (List<String>)
        driver.executeScript(
            """
            return [...document.querySelectorAll(".scrolled")]
              .filter((e) => e.scrollWidth > e.clientWidth)
              .map((e) => e.getAttribute("aria-labelledby"));
            """);
  }

  /** Links to correct a tag that stand below it and not beside it. */
  @SuppressWarnings("unchecked")
  List<String> below() {
    return (List<String>)
        driver.executeScript(
            """
            return [...document.querySelectorAll(".why .row a[href*='/corrections?']")]
              .filter((e) => e.getBoundingClientRect().top
                  >= e.parentElement.querySelector("a").getBoundingClientRect().bottom)
              .map((e) => e.textContent);
            """);
  }

  @Override
  public void close() {
    driver.quit();
  }
}
