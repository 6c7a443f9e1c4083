package io.keeling.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.app.pipeline.RunningDemo;
import io.keeling.environment.RequiresProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** An editor at the desk: search, open, see why; by keyboard, on a telephone, without scripts. */
@Order(2)
@RequiresProgram({"chromium", "chromedriver"})
class DeskBrowserIT {

  @TempDir static Path directory;

  private static RunningDemo demo;
  private static Browser browser;
  private static Visitor visitor;

  @BeforeAll
  static void openTheBrowser() throws Exception {
    demo = RunningDemo.shared();
    demo.awaitArticles();
    browser = Browser.open(directory.resolve("profile"));
    visitor = new Visitor(browser, demo.page());
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
    RunningDemo.closeShared();
  }

  @BeforeEach
  void sitDown() {
    browser.scripts(true);
    browser.look(1280, 900, "light");
    browser.driver().manage().deleteAllCookies();
  }

  @Test
  void anEditorSearchesOpensAnArticleAndSeesAHighlightedName() {
    visitor.go("/");
    visitor.one(By.name("q")).sendKeys("climate talks", Keys.ENTER);
    browser.await().until(ExpectedConditions.urlContains("q=climate"));
    List<WebElement> results = visitor.all(Visitor.HEADLINES);
    assertThat(results).isNotEmpty();

    String headline = results.get(0).getText();
    results.get(0).click();

    browser
        .await()
        .until(ExpectedConditions.textToBePresentInElementLocated(By.tagName("h1"), headline));
    List<WebElement> names = visitor.all(By.cssSelector("main mark"));
    assertThat(names).isNotEmpty();
    assertThat(names.get(0).isDisplayed()).isTrue();
    assertThat(names.get(0).getText()).isNotBlank();
  }

  /** In the dark nothing but colours is otherwise. */
  @ParameterizedTest
  @ValueSource(ints = {320, 1280})
  void axeFindsNothingWrongWithAnyPage(int width) throws Exception {
    for (String path : pages()) {
      browser.look(width, 800, "light");
      visitor.go(path);
      visitor.unfold();
      visitor.looksRight(path);
      browser.look(width, 800, "dark");
      assertThat(browser.violationsOfColours()).as(path + " in the dark").isEmpty();
    }
  }

  @Test
  void theFirstOperatorSignsInAndWorksWithoutScripts() throws Exception {
    String log = Files.readString(demo.directory().resolve("keeling.log"));
    Matcher link = Pattern.compile("/welcome[?]link=[A-Za-z0-9_-]{43}").matcher(log);
    assertThat(link.find()).isTrue();
    OperatorsWork operator = new OperatorsWork(visitor);
    EditorsWork editor = new EditorsWork(visitor);
    operator.acceptsTheFirstLink(link.group());
    operator.makesATokenAndAddsSomebody();
    String put = editor.putsAnArticleIntoACollection();
    String collection = visitor.path();

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
        visitor.go(path);
        visitor.looksRight(path);
      }
    }
    operator.runsKeelingFromThePage();
    operator.signsOutAndInAgain();
    editor.correctsATagAndTakesItBack();
    Pictures.ofPages(visitor);
  }

  /** Not one of the pages that axe looks at: what is on it is not ours. */
  @Test
  void swaggerUiShowsTheApiUnderTheDesksPolicy() {
    visitor.go("/api/docs");
    By article = By.id("operations-articles-listArticles");
    browser.await().until(ExpectedConditions.presenceOfElementLocated(article));
    visitor.one(By.cssSelector("#operations-articles-listArticles button")).click();
    browser
        .await()
        .until(ExpectedConditions.textToBePresentInElementLocated(article, "Example Value"));
  }

  @Test
  void axeFindsNothingWrongWithTheKeysAndWithGerman() throws Exception {
    visitor.go("/?lang=de");
    assertThat(browser.violations()).isEmpty();
    browser.press("?");
    assertThat(visitor.one(By.id("keys")).isDisplayed()).isTrue();
    assertThat(browser.violations()).isEmpty();
  }

  /** Of the other widths in English, see above. */
  @Test
  void nothingSticksOutOfThePage() {
    for (String path : pages()) {
      for (String language : List.of("en", "de")) {
        browser.look(768, 700, "light");
        visitor.go(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
        visitor.unfold();
        for (int width : language.equals("en") ? new int[] {768} : new int[] {320, 768, 1280}) {
          browser.look(width, 700, "light");
          assertThat(browser.sticksOut()).as(path + " in " + language + ", " + width).isEmpty();
        }
      }
    }
  }

  @Test
  void onATelephoneTheNewsComesFirstAndTheFiltersAreFolded() {
    browser.look(320, 640, "light");
    visitor.go("/");

    assertThat(visitor.all(Visitor.HEADLINES).get(0).getLocation().getY()).isLessThan(640);
    By topic = By.cssSelector(".facet-topic a");
    assertThat(browser.shows(topic)).isFalse();

    visitor.one(By.cssSelector(".filters > summary")).click();
    assertThat(browser.shows(topic)).isTrue();

    browser.look(1280, 800, "light");
    visitor.go("/");
    assertThat(browser.shows(topic)).isTrue();
  }

  @Test
  void theKeysLeadThroughTheListAndItsArticles() {
    visitor.go("/");
    List<String> headlines =
        visitor.all(Visitor.HEADLINES).stream().map(WebElement::getText).toList();

    browser.press("j");
    browser.press("j");
    assertThat(browser.driver().switchTo().activeElement().getText()).isEqualTo(headlines.get(1));
    browser.press("k");
    assertThat(browser.driver().switchTo().activeElement().getText()).isEqualTo(headlines.get(0));

    browser.press("o");
    visitor.awaitTitle(headlines.get(0));
    String second = visitor.one(By.id("next")).getDomAttribute("title");
    browser.press("j");
    visitor.awaitTitle(second);
    browser.press("k");
    visitor.awaitTitle(headlines.get(0));
    browser.press("u");
    visitor.awaitTitle("Climate news");

    browser.press("/");
    browser.press("?jk");
    WebElement field = visitor.one(By.id("q"));
    assertThat(field.getDomProperty("value")).isEqualTo("?jk");
  }

  @Test
  void theFieldCompletesWhatIsBegun() throws Exception {
    visitor.go("/");
    WebElement field = visitor.one(By.id("q"));
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
    visitor.all(options).get(0).click();
    assertThat(field.getDomProperty("value")).isEqualTo("country:DE");
    field.sendKeys(Keys.ENTER);
    browser.await().until(ExpectedConditions.urlContains("q=country"));
    assertThat(visitor.all(Visitor.HEADLINES)).isNotEmpty();
  }

  @Test
  void aQuestionMarkShowsTheKeysAndHidesThem() {
    visitor.go("/");
    WebElement keys = visitor.one(By.id("keys"));
    assertThat(keys.isDisplayed()).isFalse();
    browser.press("?");
    assertThat(keys.isDisplayed()).isTrue();
    browser.escape();
    assertThat(keys.isDisplayed()).isFalse();
    visitor.one(By.id("show-keys")).click();
    assertThat(keys.isDisplayed()).isTrue();
  }

  @Test
  void everythingAlsoWorksWithoutScripts() {
    browser.scripts(false);
    browser.look(320, 640, "light");
    visitor.go("/");
    visitor.one(By.cssSelector(".filters > summary")).click();
    WebElement topic = visitor.one(By.cssSelector(".facet-topic a"));
    topic.click();
    browser.await().until(ExpectedConditions.urlContains("topic="));
    String list = visitor.one(By.tagName("h1")).getText();
    visitor.all(Visitor.HEADLINES).get(0).click();
    browser.await().until(ExpectedConditions.presenceOfElementLocated(By.id("up")));
    assertThat(visitor.one(By.id("up")).getText()).contains(list);
    assertThat(visitor.one(By.id("show-keys")).isDisplayed()).isFalse();
    visitor.one(By.id("up")).click();
    visitor.awaitTitle(list);
  }

  @Test
  void aTagLeadsToItsPageAndThatToItsArticlesWithoutScripts() {
    browser.scripts(false);
    browser.look(320, 640, "light");
    visitor.go("/");
    String headline = visitor.all(Visitor.HEADLINES).get(0).getText();
    visitor.all(Visitor.HEADLINES).get(0).click();
    browser.await().until(ExpectedConditions.presenceOfElementLocated(By.id("why-topics")));
    visitor.one(By.cssSelector(".why a[href^='/topics/']")).click();
    browser.await().until(ExpectedConditions.urlContains("/topics/"));
    assertThat(visitor.all(By.cssSelector(".trend rect.bar, .numbers"))).isNotEmpty();
    String topic = visitor.one(By.tagName("h1")).getText();
    visitor.one(By.cssSelector(".profile header a[href^='/?topic=']")).click();
    visitor.awaitTitle(topic);
    assertThat(visitor.all(Visitor.HEADLINES)).extracting(WebElement::getText).contains(headline);
  }

  /** One page of each kind, full and empty. */
  private static List<String> pages() {
    visitor.go("/");
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
                "/sign-in",
                "/welcome?link=none",
                "/nowhere"));
    visitor.go("/?q=climate");
    pages.add(visitor.path(Visitor.HEADLINES));
    visitor.go("/");
    visitor.all(Visitor.HEADLINES).stream().limit(3).map(visitor::path).forEach(pages::add);
    return pages;
  }
}
