package io.keeling.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.app.environment.RequiresChromium;
import io.keeling.app.pipeline.RunningDemo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** An editor at the desk: search, open, see why; by keyboard, on a telephone, without scripts. */
@RequiresChromium
class DeskBrowserIT {

  private static final By HEADLINES = By.cssSelector(".headline a");

  @TempDir static Path directory;

  private static final String SENTENCE = "ebb and flow at the weir";

  private static RunningDemo demo;
  private static Browser browser;

  @BeforeAll
  static void openTheBrowser() throws Exception {
    demo = RunningDemo.start(directory.resolve("data"));
    demo.awaitArticles();
    browser = Browser.open(directory.resolve("profile"));
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
    if (demo != null) {
      demo.close();
    }
  }

  @BeforeEach
  void sitDown() {
    browser.scripts(true);
    browser.look(1280, 900, "light");
    browser.driver().manage().deleteAllCookies();
  }

  @Test
  void anEditorSearchesOpensAnArticleAndSeesAHighlightedName() {
    browser.go(demo.page() + "/");
    browser.driver().findElement(By.name("q")).sendKeys("climate talks", Keys.ENTER);
    browser.await().until(ExpectedConditions.urlContains("q=climate"));
    List<WebElement> results = all(HEADLINES);
    assertThat(results).isNotEmpty();

    String headline = results.get(0).getText();
    results.get(0).click();

    browser
        .await()
        .until(ExpectedConditions.textToBePresentInElementLocated(By.tagName("h1"), headline));
    List<WebElement> names = all(By.cssSelector("main mark"));
    assertThat(names).isNotEmpty();
    assertThat(names.get(0).isDisplayed()).isTrue();
    assertThat(names.get(0).getText()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({"1280, light", "1280, dark", "320, light", "320, dark"})
  void axeFindsNothingWrongWithAnyPage(int width, String scheme) throws Exception {
    browser.look(width, 800, scheme);
    for (String path : pages()) {
      browser.go(demo.page() + path);
      unfold();
      assertThat(browser.violations()).as(path).isEmpty();
    }
  }

  @Test
  void theFirstOperatorSignsInAddsSomebodyAndMakesATokenWithoutScripts() throws Exception {
    String log = Files.readString(directory.resolve("data").resolve("keeling.log"));
    Matcher link = Pattern.compile("/welcome[?]link=[A-Za-z0-9_-]{43}").matcher(log);
    assertThat(link.find()).isTrue();
    browser.go(demo.page() + link.group());
    assertThat(browser.violations()).isEmpty();
    browser.scripts(false);
    type("name", "ona");
    type("password", SENTENCE);
    submit("/welcome");
    browser.go(demo.page() + "/account");
    awaitTitle("Your account");
    type("label", "nightly");
    submit("/account/tokens");
    assertThat(browser.driver().findElement(By.id("token")).getText()).startsWith("keeling_");
    browser.go(demo.page() + "/accounts");
    type("name", "ida");
    submit("/accounts");
    assertThat(browser.driver().findElement(By.id("link")).getText()).contains("/welcome?link=");
    String put = putsAnArticleIntoACollection();
    String collection = browser.driver().getCurrentUrl().substring(demo.page().length());

    browser.scripts(true);
    for (int width : new int[] {320, 1280}) {
      browser.look(width, 800, "light");
      for (String path :
          List.of(
              "/account",
              "/accounts",
              "/audit?lang=de",
              "/account?lang=de",
              "/account/password",
              "/collections?lang=de",
              put,
              collection,
              collection + "?lang=de")) {
        browser.go(demo.page() + path);
        assertThat(browser.violations()).as(path).isEmpty();
        assertThat(browser.sticksOut()).as(path).isEmpty();
      }
    }
    runsKeelingFromThePage();
    browser.go(demo.page() + "/account?lang=en");
    submit("/sign-out");
    browser.go(demo.page() + "/sign-in?next=/account");
    type("name", "ona");
    type("password", SENTENCE);
    submit("/sign-in");
    awaitTitle("Your account");
    correctATagAndTakeItBack();
    browser.scripts(true);
    writePictures();
  }

  private static void correctATagAndTakeItBack() throws Exception {
    browser.scripts(true);
    browser.go(demo.page() + "/?topic=coal");
    String article = all(HEADLINES).get(0).getDomProperty("href").replaceFirst("[?].*", "");
    String corrections = article.substring(demo.page().length()) + "/corrections";
    for (int width : new int[] {320, 1280}) {
      browser.look(width, 800, "light");
      for (String path : List.of("", "/corrections?lang=de", "/corrections?tag=climate&lang=en")) {
        browser.go(article + path);
        assertThat(browser.violations()).as(path).isEmpty();
        assertThat(browser.sticksOut()).as(path).isEmpty();
      }
    }
    browser.scripts(false);
    browser.go(article);
    By beside = By.cssSelector(".why a[href*='tag=topic&subject=coal']");
    browser.driver().findElement(beside).click();
    awaitTitle("What editors say of the tags");
    browser.driver().findElement(By.cssSelector("input[value=absent]")).click();
    submit(corrections);
    awaitTag(article, beside, false);
    assertThat(browser.driver().findElement(By.id("why-corrections")).isDisplayed()).isTrue();
    browser.go(article + "/corrections");
    WebElement undo = browser.driver().findElement(By.cssSelector("form[action$='/undo'] button"));
    undo.click();
    browser.await().until(ExpectedConditions.stalenessOf(undo));
    awaitTag(article, beside, true);
  }

  /** What is said of a tag takes its way through all roles. */
  private static void awaitTag(String article, By tag, boolean there) {
    browser
        .await()
        .until(
            driver -> {
              browser.go(article);
              return all(tag).isEmpty() != there;
            });
  }

  /** As an operator, on a telephone. */
  private static void runsKeelingFromThePage() throws Exception {
    browser.look(320, 800, "light");
    browser.go(demo.page() + "/sources?lang=en");
    looksRight("sources");
    WebElement source = browser.driver().findElement(By.cssSelector("tbody th a"));
    String address = source.getDomAttribute("href");
    String pause = "/sources/" + source.getText() + "/pause";
    type("address", address);
    submit("/sources/preview");
    browser.await().until(ExpectedConditions.presenceOfElementLocated(By.id("found")));
    assertThat(all(By.cssSelector("#found ul:not([lang]) li"))).isNotEmpty();
    looksRight("what was found");
    submit(pause);
    browser
        .await()
        .until(ExpectedConditions.textToBePresentInElementLocated(By.tagName("table"), "paused"));
    submit(pause.replace("/pause", "/resume"));

    browser.go(demo.page() + "/dead-letters?lang=en");
    looksRight("dead letters");
    all(By.cssSelector("tbody th a[href^='/dead-letters/']")).get(0).click();
    awaitTitle("Dead letter");
    looksRight("a dead letter");
    browser.go(demo.page() + "/work?lang=de");
    looksRight("work");
    browser.look(1280, 800, "light");
  }

  private static void looksRight(String what) throws Exception {
    assertThat(browser.violations()).as(what).isEmpty();
    assertThat(browser.sticksOut()).as(what).isEmpty();
  }

  /** Leaves the collection on the screen; where articles are put into one. */
  private static String putsAnArticleIntoACollection() {
    browser.go(demo.page() + "/");
    String article = all(HEADLINES).get(0).getDomProperty("href");
    browser.go(article);
    String put =
        browser
            .driver()
            .findElement(By.cssSelector("#collections + ul a[href$='/collections']"))
            .getDomAttribute("href");
    browser.go(demo.page() + put);
    type("name", "Coal exit");
    type("note", "Ask for the study.");
    submit(put);
    awaitTitle("Coal exit");
    assertThat(browser.driver().findElement(By.className("note")).getText())
        .isEqualTo("Ask for the study.");
    return put;
  }

  private static void type(String field, String text) {
    browser.driver().findElement(By.id(field)).sendKeys(text);
  }

  private static void submit(String action) {
    WebElement button =
        browser.driver().findElement(By.cssSelector("form[action='" + action + "'] button"));
    button.click();
    // A click may return before the form is sent; leaving the page then would cut it off.
    browser.await().until(ExpectedConditions.stalenessOf(button));
  }

  @Test
  void axeFindsNothingWrongWithTheKeysAndWithGerman() throws Exception {
    browser.go(demo.page() + "/?lang=de");
    assertThat(browser.violations()).isEmpty();
    browser.press("?");
    assertThat(browser.driver().findElement(By.id("keys")).isDisplayed()).isTrue();
    assertThat(browser.violations()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 768, 1280})
  void nothingSticksOutOfThePage(int width) {
    browser.look(width, 700, "light");
    for (String path : pages()) {
      for (String language : List.of("en", "de")) {
        browser.go(demo.page() + path + (path.contains("?") ? "&" : "?") + "lang=" + language);
        unfold();
        assertThat(browser.sticksOut()).as(path + " in " + language).isEmpty();
      }
    }
  }

  @Test
  void onATelephoneTheNewsComesFirstAndTheFiltersAreFolded() {
    browser.look(320, 640, "light");
    browser.go(demo.page() + "/");

    assertThat(all(HEADLINES).get(0).getLocation().getY()).isLessThan(640);
    By topic = By.cssSelector(".facet-topic a");
    assertThat(browser.shows(topic)).isFalse();

    browser.driver().findElement(By.cssSelector(".filters > summary")).click();
    assertThat(browser.shows(topic)).isTrue();

    browser.look(1280, 800, "light");
    browser.go(demo.page() + "/");
    assertThat(browser.shows(topic)).isTrue();
  }

  @Test
  void theKeysLeadThroughTheListAndItsArticles() {
    browser.go(demo.page() + "/");
    List<String> headlines = all(HEADLINES).stream().map(WebElement::getText).toList();

    browser.press("j");
    browser.press("j");
    assertThat(browser.driver().switchTo().activeElement().getText()).isEqualTo(headlines.get(1));
    browser.press("k");
    assertThat(browser.driver().switchTo().activeElement().getText()).isEqualTo(headlines.get(0));

    browser.press("o");
    awaitTitle(headlines.get(0));
    String second = browser.driver().findElement(By.id("next")).getDomAttribute("title");
    browser.press("j");
    awaitTitle(second);
    browser.press("k");
    awaitTitle(headlines.get(0));
    browser.press("u");
    awaitTitle("Climate news");

    browser.press("/");
    browser.press("?jk");
    WebElement field = browser.driver().findElement(By.id("q"));
    assertThat(field.getDomProperty("value")).isEqualTo("?jk");
  }

  @Test
  void theFieldCompletesWhatIsBegun() throws Exception {
    browser.go(demo.page() + "/");
    WebElement field = browser.driver().findElement(By.id("q"));
    By options = By.cssSelector("#q-completions [role=option]");

    field.sendKeys("flood -is:f");
    browser.await().until(ExpectedConditions.numberOfElementsToBe(options, 1));
    assertThat(browser.violations()).isEmpty();
    field.sendKeys(Keys.ARROW_DOWN, Keys.ENTER);
    assertThat(field.getDomProperty("value")).isEqualTo("flood -is:free");

    field.clear();
    field.sendKeys("country:");
    field.sendKeys("ger");
    browser.await().until(ExpectedConditions.numberOfElementsToBe(options, 1));
    all(options).get(0).click();
    assertThat(field.getDomProperty("value")).isEqualTo("country:DE");
    field.sendKeys(Keys.ENTER);
    browser.await().until(ExpectedConditions.urlContains("q=country"));
    assertThat(all(HEADLINES)).isNotEmpty();
  }

  @Test
  void aQuestionMarkShowsTheKeysAndHidesThem() {
    browser.go(demo.page() + "/");
    WebElement keys = browser.driver().findElement(By.id("keys"));
    assertThat(keys.isDisplayed()).isFalse();
    browser.press("?");
    assertThat(keys.isDisplayed()).isTrue();
    browser.escape();
    assertThat(keys.isDisplayed()).isFalse();
    browser.driver().findElement(By.id("show-keys")).click();
    assertThat(keys.isDisplayed()).isTrue();
  }

  @Test
  void everythingAlsoWorksWithoutScripts() {
    browser.scripts(false);
    browser.look(320, 640, "light");
    browser.go(demo.page() + "/");
    browser.driver().findElement(By.cssSelector(".filters > summary")).click();
    WebElement topic = browser.driver().findElement(By.cssSelector(".facet-topic a"));
    topic.click();
    browser.await().until(ExpectedConditions.urlContains("topic="));
    String list = browser.driver().findElement(By.tagName("h1")).getText();
    all(HEADLINES).get(0).click();
    browser.await().until(ExpectedConditions.presenceOfElementLocated(By.id("up")));
    assertThat(browser.driver().findElement(By.id("up")).getText()).contains(list);
    assertThat(browser.driver().findElement(By.id("show-keys")).isDisplayed()).isFalse();
    browser.driver().findElement(By.id("up")).click();
    awaitTitle(list);
  }

  @Test
  void aTagLeadsToItsPageAndThatToItsArticlesWithoutScripts() {
    browser.scripts(false);
    browser.look(320, 640, "light");
    browser.go(demo.page() + "/");
    all(HEADLINES).get(0).click();
    browser.await().until(ExpectedConditions.presenceOfElementLocated(By.id("why-topics")));
    browser.driver().findElement(By.cssSelector(".why a[href^='/topics/']")).click();
    browser.await().until(ExpectedConditions.urlContains("/topics/"));
    assertThat(all(By.cssSelector(".trend rect.bar, .numbers"))).isNotEmpty();
    String topic = browser.driver().findElement(By.tagName("h1")).getText();
    browser.driver().findElement(By.cssSelector(".profile header a[href^='/?topic=']")).click();
    awaitTitle(topic);
    assertThat(all(HEADLINES)).isNotEmpty();
  }

  /** For the documents with {@code -Dkeeling.screenshots=true}; else beside what is built. */
  private static void writePictures() throws Exception {
    Path folder =
        Path.of(Boolean.getBoolean("keeling.screenshots") ? "../docs/pages" : "target/pages");
    Files.createDirectories(folder);
    browser.look(1280, 860, "light");
    browser.go(demo.page() + "/");
    String article = path(HEADLINES);
    browser.go(demo.page() + article);
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("name", path(By.cssSelector(".why a[href^='/names/']")));
    pages.put("topic", path(By.cssSelector(".why a[href^='/topics/']")));
    pages.put("article", article);
    pages.put("front", "/");
    pages.put("rising", "/rising");
    pages.put("map", "/map");
    pages.put("outlets", "/outlets");
    pages.put("searches", "/searches?topic=wind-power&country=DE");
    pages.put("accounts", "/accounts");
    pages.put("sources", "/sources");
    for (Map.Entry<String, String> page : pages.entrySet()) {
      browser.go(demo.page() + page.getValue());
      Path file = folder.resolve(page.getKey() + ".png");
      assertThat(Pictures.write(browser, file)).as(page.getKey()).isLessThan(Pictures.LARGEST);
    }
  }

  private static String path(By link) {
    return all(link).get(0).getDomProperty("href").substring(demo.page().length());
  }

  /** One page of each kind, full and empty. */
  private static List<String> pages() {
    browser.go(demo.page() + "/");
    List<String> pages =
        new ArrayList<>(
            List.of(
                "/",
                "/?view=all&stories=all",
                "/?q=climate&country=DE&country=FR&from=2020-01-01&to=2030-01-01",
                "/?q=%22a+phrase+of+nothing%22&topic=coal&name=Nobody+at+all",
                "/?limit=many",
                "/topics/wind-power",
                "/countries/DE",
                "/rising",
                "/map",
                "/outlets",
                "/api/docs",
                "/api/docs/types",
                "/sign-in",
                "/welcome?link=none",
                "/nowhere"));
    browser.go(demo.page() + "/?q=climate");
    pages.add(path(HEADLINES));
    browser.go(demo.page() + "/");
    all(HEADLINES).stream()
        .limit(3)
        .map(link -> link.getDomProperty("href").substring(demo.page().length()))
        .forEach(pages::add);
    return pages;
  }

  /** Opens what is folded, so that it is looked at too. */
  private static void unfold() {
    browser
        .driver()
        .executeScript("document.querySelectorAll('details').forEach(d => d.open = true)");
  }

  private static List<WebElement> all(By what) {
    return browser.driver().findElements(what);
  }

  private static void awaitTitle(String title) {
    browser
        .await()
        .until(ExpectedConditions.textToBePresentInElementLocated(By.tagName("h1"), title));
  }
}
