package io.keeling.desk.page;

import io.keeling.desk.messages.Messages;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a page around its content. Immutable; threads may share it.
 *
 * @param site what all pages have in common
 * @param languages the language switch
 * @param search the search field
 * @param catchingUp how much of the index is built, in percent; empty if it is up to date
 * @param account the name of the signed-in account, null if nobody is signed in
 * @param operator whether to link to the operators' pages
 * @param switchedOff the account's saved searches with a channel that was switched off
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
   * @param name the language's own name for itself
   * @param href this page in that language
   */
  public record Language(String code, String name, String href, boolean current) {}

  /**
   * The search field.
   *
   * @param words the words in the field
   * @param hidden fields for all other filters
   */
  public record Search(String words, List<Field> hidden) {}

  public record Field(String name, String value) {}

  /** The browser title of a page. */
  public String title(String page) {
    return page + " · " + site.title();
  }
}
