package io.keeling.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.openqa.selenium.By;

/** What editors do at the desk: collections, and corrections of tags. For one thread. */
final class EditorsWork {

  private final Visitor visitor;
  private final Browser browser;

  EditorsWork(Visitor visitor) {
    this.visitor = visitor;
    this.browser = visitor.browser();
  }

  /** Leaves the collection on the screen; where articles are put into one. */
  String putsAnArticleIntoACollection() {
    visitor.go("/");
    visitor.go(visitor.path(Visitor.HEADLINES));
    String put =
        visitor
            .one(By.cssSelector("#collections + ul a[href$='/collections']"))
            .getDomAttribute("href");
    visitor.go(put);
    visitor.type("name", "Coal exit");
    visitor.type("note", "Ask for the study.");
    visitor.submit(put);
    visitor.awaitTitle("Coal exit");
    assertThat(visitor.one(By.className("note")).getText()).isEqualTo("Ask for the study.");
    return put;
  }

  void correctsATagAndTakesItBack() throws Exception {
    browser.scripts(true);
    visitor.go("/?topic=coal");
    String article = visitor.path(Visitor.HEADLINES).replaceFirst("[?].*", "");
    for (int width : new int[] {320, 1280}) {
      browser.look(width, 800, "light");
      for (String page :
          new String[] {"", "/corrections?lang=de", "/corrections?tag=climate&lang=en"}) {
        visitor.go(article + page);
        visitor.looksRight(page);
      }
    }
    browser.scripts(false);
    visitor.go(article);
    By beside = By.cssSelector(".why a[href*='tag=topic&subject=coal']");
    visitor.one(beside).click();
    visitor.awaitTitle("Corrections of tags");
    visitor.one(By.cssSelector("input[value=absent]")).click();
    visitor.submit(article + "/corrections");
    awaitTag(article, beside, false);
    assertThat(visitor.one(By.id("why-corrections")).isDisplayed()).isTrue();
    visitor.go(article + "/corrections");
    visitor.leave(visitor.one(By.cssSelector("form[action$='/undo'] button")));
    awaitTag(article, beside, true);
    browser.scripts(true);
  }

  /** What is said of a tag takes its way through all roles. */
  private void awaitTag(String article, By tag, boolean there) {
    browser
        .await()
        .until(
            driver -> {
              visitor.go(article);
              return visitor.all(tag).isEmpty() != there;
            });
  }
}
