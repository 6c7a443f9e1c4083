package io.keeling.desk.saved;

import io.javalin.http.Context;
import io.keeling.desk.messages.Messages;
import io.keeling.desk.page.Forms;
import io.keeling.desk.page.Frame;
import io.keeling.desk.page.Pages;
import io.keeling.desk.web.ReaderLanguage;
import java.util.List;

/**
 * The page that confirms the deletion of a saved search, or the removal of one of its channels. It
 * explains the consequences. Threads may share it.
 */
public final class SearchRemovalPage {

  /**
   * The page as its template shows it.
   *
   * @param search the search's name
   * @param page the search's page
   * @param title the question
   * @param ends what ends and what stays, a sentence each
   * @param action the address to which the form is sent
   * @param button the label of the form's button
   */
  public record View(
      Frame frame,
      String csrf,
      String search,
      String page,
      String title,
      List<String> ends,
      String action,
      String button) {}

  private final SavedSearches searches;
  private final Pages pages;

  SearchRemovalPage(SavedSearches searches, Pages pages) {
    this.searches = searches;
    this.pages = pages;
  }

  /** Asks whether to delete a search. */
  void ofSearch(Context context) {
    SavedSearch search = searches.find(context.pathParam("id"));
    Messages messages = ReaderLanguage.of(context);
    show(
        context,
        search,
        messages.of("searches.delete-title", "name", search.name()),
        List.of(
            messages.of("searches.delete-ends"),
            messages.of("searches.delete-alerts", "count", search.channels().size()),
            messages.of("searches.delete-stays")),
        search.page() + "/delete",
        messages.of("searches.delete"));
  }

  /** Asks whether to remove a channel. */
  void of(Context context, ChannelActions.Found at) {
    Messages messages = ReaderLanguage.of(context);
    show(
        context,
        at.search(),
        messages.of("searches.remove-title"),
        List.of(
            SearchPage.told(at.channel(), messages),
            messages.of("searches.remove-ends"),
            messages.of("searches.remove-deletes")),
        at.search().page() + "/channels/" + at.channel().place() + "/remove",
        messages.of("searches.remove"));
  }

  private void show(
      Context context,
      SavedSearch search,
      String title,
      List<String> ends,
      String action,
      String button) {
    String csrf = Forms.token(context);
    pages.sendOnce(
        context,
        "searchremoval.jte",
        new View(
            pages.frame(context, ReaderLanguage.of(context)),
            csrf,
            search.name(),
            search.page(),
            title,
            ends,
            action,
            button));
  }
}
