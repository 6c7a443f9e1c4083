package io.keeling.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.app.environment.RequiresChromium;
import io.keeling.app.pipeline.RunningDemo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** An editor at the desk: search, open, see why. */
@RequiresChromium
class DeskBrowserIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir static Path directory;

  private static RunningDemo demo;
  private static ChromeDriver browser;

  @BeforeAll
  static void openTheBrowser() throws Exception {
    demo = RunningDemo.start(directory.resolve("data"));
    demo.awaitArticles();
    ChromeOptions options = new ChromeOptions();
    options.setBinary(RequiresChromium.BROWSER.toString());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--user-data-dir=" + directory.resolve("profile"));
    browser =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(RequiresChromium.DRIVER.toFile())
                .build(),
            options);
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.quit();
    }
    if (demo != null) {
      demo.close();
    }
  }

  @Test
  void anEditorSearchesOpensAnArticleAndSeesAHighlightedName() {
    browser.get(demo.page() + "/");
    WebElement search = browser.findElement(By.name("q"));
    search.sendKeys("climate talks", Keys.ENTER);
    WebDriverWait wait = new WebDriverWait(browser, PATIENCE);
    wait.until(ExpectedConditions.urlContains("q=climate"));
    List<WebElement> results =
        browser.findElements(By.cssSelector("main article h2 a, main article h3 a"));
    assertThat(results).isNotEmpty();

    String headline = results.get(0).getText();
    results.get(0).click();

    wait.until(ExpectedConditions.textToBePresentInElementLocated(By.tagName("h1"), headline));
    List<WebElement> names = browser.findElements(By.cssSelector("main mark"));
    assertThat(names).isNotEmpty();
    assertThat(names.get(0).isDisplayed()).isTrue();
    assertThat(names.get(0).getText()).isNotBlank();
  }
}
