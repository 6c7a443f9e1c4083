package io.keeling.desk.page;

import io.keeling.desk.messages.Messages;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a page shows around its content.
 *
 * @param site what all pages have in common
 * @param messages the reader's language
 * @param languages the switch of languages
 * @param search the field that stands on every page
 * @param catchingUp how much of the index is there, in percent; empty where it is up to date
 * @param account what the account is called that is signed in, none where nobody is
 * @param operator whether it runs Keeling, and is shown where
 * @param switchedOff the account's searches of which an alert is switched off, some of them
 */
public record Frame(
    Site site,
    Messages messages,
    List<Language> languages,
    Search search,
    OptionalInt catchingUp,
    @Nullable String account,
    boolean operator,
    List<Link> switchedOff) {

  /**
   * A language to switch to.
   *
   * @param code ISO 639-1
   * @param name what it is called in itself
   * @param href the same page in it
   */
  public record Language(String code, String name, String href, boolean current) {}

  /**
   * The search field.
   *
   * @param words what stands in it
   * @param hidden fields that carry what else is chosen
   */
  public record Search(String words, List<Field> hidden) {}

  /** A hidden form field. */
  public record Field(String name, String value) {}

  /** The title of a page in the browser. */
  public String title(String page) {
    return page + " · " + site.title();
  }
}
