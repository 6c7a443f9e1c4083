package io.keeling.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;

/**
 * Somebody at the desk: opens its pages, fills forms in, looks at what is there. For one thread.
 */
final class Visitor {

  static final By HEADLINES = By.cssSelector(".headline a");

  private final Browser browser;
  private final String desk;

  /**
   * @param desk its address, without a slash at its end
   */
  Visitor(Browser browser, String desk) {
    this.browser = browser;
    this.desk = desk;
  }

  Browser browser() {
    return browser;
  }

  /** Opens a page of the desk. */
  void go(String path) {
    browser.go(desk + path);
  }

  /** Where the browser is, on the desk. */
  String path() {
    return pathOf(browser.driver().getCurrentUrl());
  }

  /** Where the first of these links leads. */
  String path(By link) {
    return path(one(link));
  }

  /** Where a link leads. */
  String path(WebElement link) {
    return pathOf(link.getDomProperty("href"));
  }

  private String pathOf(String address) {
    return address.substring(desk.length());
  }

  WebElement one(By what) {
    return browser.driver().findElement(what);
  }

  List<WebElement> all(By what) {
    return browser.driver().findElements(what);
  }

  void type(String field, String text) {
    one(By.id(field)).sendKeys(text);
  }

  /** Sends a form. */
  void submit(String action) {
    leave(one(By.cssSelector("form[action='" + action + "'] button")));
  }

  /** Presses a button, and waits until its page is gone. */
  void leave(WebElement button) {
    button.click();
    // A click may return before the form is sent; leaving the page then would cut it off.
    browser.await().until(driver -> isGone(button));
  }

  /** As the driver's own wait, which ends at one of the two ways to say so. */
  private static boolean isGone(WebElement element) {
    try {
      element.isEnabled();
      return false;
    } catch (StaleElementReferenceException e) {
      return true;
    } catch (WebDriverException e) {
      if (String.valueOf(e.getMessage()).contains("does not belong to the document")) {
        return true;
      }
      throw e;
    }
  }

  void awaitTitle(String title) {
    browser
        .await()
        .until(ExpectedConditions.textToBePresentInElementLocated(By.tagName("h1"), title));
  }

  /** Opens what is folded, so that it is looked at too. */
  void unfold() {
    browser
        .driver()
        .executeScript("document.querySelectorAll('details').forEach(d => d.open = true)");
  }

  /** The page has no fault that axe finds, and fits the window. */
  void looksRight(String what) throws IOException {
    assertThat(browser.violations()).as(what).isEmpty();
    assertThat(browser.sticksOut()).as(what).isEmpty();
  }
}
