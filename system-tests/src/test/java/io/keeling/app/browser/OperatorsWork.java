package io.keeling.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** What operators do at the desk: accounts, sources, dead letters. For one thread. */
final class OperatorsWork {

  private static final String NAME = "ona";
  private static final String SENTENCE = "ebb and flow at the weir";

  private final Visitor visitor;
  private final Browser browser;

  OperatorsWork(Visitor visitor) {
    this.visitor = visitor;
    this.browser = visitor.browser();
  }

  /**
   * Begins with the link that the first start logs.
   *
   * @param link where it leads
   */
  void acceptsTheFirstLink(String link) throws Exception {
    visitor.go(link);
    assertThat(browser.violations()).isEmpty();
    browser.scripts(false);
    visitor.type("name", NAME);
    visitor.type("password", SENTENCE);
    visitor.submit("/welcome");
  }

  void makesATokenAndAddsSomebody() {
    visitor.go("/account");
    visitor.awaitTitle("Your account");
    visitor.type("label", "nightly");
    visitor.submit("/account/tokens");
    assertThat(visitor.one(By.id("token")).getText()).startsWith("keeling_");
    visitor.go("/accounts");
    visitor.type("name", "ida");
    visitor.submit("/accounts");
    assertThat(visitor.one(By.id("link")).getText()).contains("/welcome?link=");
  }

  /** On a telephone. */
  void runsKeelingFromThePage() throws Exception {
    browser.look(320, 800, "light");
    visitor.go("/sources?lang=en");
    visitor.looksRight("sources");
    WebElement source = visitor.one(By.cssSelector("tbody th a"));
    String address = source.getDomAttribute("href");
    String pause = "/sources/" + source.getText() + "/pause";
    visitor.type("address", address);
    visitor.submit("/sources/preview");
    browser.await().until(ExpectedConditions.presenceOfElementLocated(By.id("found")));
    assertThat(visitor.all(By.cssSelector("#found ul:not([lang]) li"))).isNotEmpty();
    visitor.looksRight("what was found");
    visitor.submit(pause);
    browser
        .await()
        .until(ExpectedConditions.textToBePresentInElementLocated(By.tagName("table"), "paused"));
    visitor.submit(pause.replace("/pause", "/resume"));
    visitor.go(pause.replace("/pause", "/remove?lang=de"));
    visitor.looksRight("what is said before a source is removed");

    visitor.go("/dead-letters?lang=en");
    visitor.looksRight("dead letters");
    visitor.one(By.cssSelector("tbody th a[href^='/dead-letters/']")).click();
    visitor.awaitTitle("Dead letter");
    visitor.looksRight("a dead letter");
    visitor.go("/work?lang=de");
    visitor.looksRight("work");
    browser.look(1280, 800, "light");
  }

  void signsOutAndInAgain() {
    visitor.go("/account?lang=en");
    visitor.submit("/sign-out");
    visitor.go("/sign-in?next=/account");
    visitor.type("name", NAME);
    visitor.type("password", SENTENCE);
    visitor.submit("/sign-in");
    visitor.awaitTitle("Your account");
  }
}
