package io.keeling.desk.collections;

import io.javalin.http.Context;
import io.keeling.desk.access.Account;
import io.keeling.desk.access.Caller;
import io.keeling.desk.collections.CollectionChanges.Changed;
import io.keeling.desk.label.Dates;
import io.keeling.desk.messages.Messages;
import io.keeling.desk.page.Forms;
import io.keeling.desk.page.Frame;
import io.keeling.desk.page.Pages;
import io.keeling.desk.web.NamePage;
import io.keeling.desk.web.PageNumber;
import io.keeling.desk.web.ReaderLanguage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /collections}: the pages of collections. Threads may share it. */
public final class CollectionPages {

  /** Number of articles on a page, which stays below 100 kB even with the longest notes. */
  private static final int MOST_SHOWN = 20;

  /**
   * The model of the template of all collections.
   *
   * @param next the next page, null on the last
   * @param csrf the form token, null if the caller may change nothing
   */
  public record ListingView(
      Frame frame, List<Row> rows, @Nullable String next, @Nullable String csrf) {}

  /** A collection in the list, with its size in words. */
  public record Row(String name, String href, String articles) {}

  /**
   * The model of the template of one collection.
   *
   * @param changed when it was last changed, in words
   * @param total its size, in words
   * @param next the next page, null on the last
   * @param csrf the form token, null if the caller may change nothing
   */
  public record View(
      Frame frame,
      Collection collection,
      String changed,
      String total,
      List<Item> items,
      @Nullable String next,
      @Nullable String csrf) {}

  /**
   * An article in a collection.
   *
   * @param added when it was added and, if the caller may see it, by whom; in words
   * @param noted when its note was written and, if the caller may see it, by whom; empty without a
   *     note
   */
  public record Item(Collected collected, String date, String added, String noted) {

    /** The address for editing the note. */
    public String noteAt(Collection collection) {
      return "/articles/" + collected.article().id() + "/collections?in=" + collection.id();
    }
  }

  private final Collections collections;
  private final CollectionChanges changes;
  private final Pages pages;

  public CollectionPages(Collections collections, CollectionChanges changes, Pages pages) {
    this.collections = collections;
    this.changes = changes;
    this.pages = pages;
  }

  /** Lists collections, with a form for a new one. */
  public void list(Context context) {
    Messages messages = ReaderLanguage.of(context);
    String csrf = Forms.tokenOfEditor(context);
    String after = context.queryParam("after");
    NamePage<Collection> found = collections.list(after == null ? "" : after);
    pages.sendOnce(
        context,
        "collections.jte",
        new ListingView(
            pages.frame(context, messages),
            found.items().stream()
                .map(one -> new Row(one.name(), one.page(), total(one, messages)))
                .toList(),
            found.next() == null ? null : next(found.next()),
            csrf));
  }

  private static String next(String name) {
    return "/collections?after=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
  }

  private static String total(Collection one, Messages messages) {
    return messages.of("list.total", "count", one.articles());
  }

  /** Shows a page of a collection's articles. */
  public void one(Context context) {
    Collection one = collections.find(context.pathParam("id"));
    Messages messages = ReaderLanguage.of(context);
    Dates dates = new Dates(messages);
    String csrf = Forms.tokenOfEditor(context);
    int page = PageNumber.of(context);
    List<Collected> articles =
        collections.articles(one.id(), (page - 1) * MOST_SHOWN, MOST_SHOWN + 1);
    boolean more = articles.size() > MOST_SHOWN;
    boolean named = Caller.of(context).signedIn();
    pages.sendOnce(
        context,
        "collection.jte",
        new View(
            pages.frame(context, messages),
            one,
            dates.moment(one.changedAt()),
            total(one, messages),
            articles.stream()
                .limit(MOST_SHOWN)
                .map(article -> item(article, named, dates, messages))
                .toList(),
            more ? one.page() + "?page=" + (page + 1) : null,
            csrf));
  }

  private static Item item(Collected article, boolean named, Dates dates, Messages messages) {
    Collected.Note note = article.note();
    return new Item(
        article,
        dates.moment(article.article().sortedAt()),
        messages.of(
            named ? "collections.added-by" : "collections.added",
            "moment",
            dates.moment(article.addedAt()),
            "name",
            article.addedBy()),
        note == null
            ? ""
            : messages.of(
                named ? "collections.noted-by" : "collections.noted",
                "moment",
                dates.moment(note.at()),
                "name",
                note.by()));
  }

  public void make(Context context) {
    String name = CollectionText.name(Forms.text(context, "name"));
    goTo(context, changes.make(name, account(context)));
  }

  public void rename(Context context) {
    String name = CollectionText.name(Forms.text(context, "name"));
    goTo(context, changes.rename(context.pathParam("id"), name, account(context)));
  }

  public void takeOut(Context context) {
    goTo(
        context,
        changes.takeOut(context.pathParam("id"), context.pathParam("article"), account(context)));
  }

  /** Deletes a collection, and redirects to the list. */
  public void delete(Context context) {
    changes.delete(context.pathParam("id"), account(context));
    Forms.goTo(context, "/collections");
  }

  private static void goTo(Context context, Changed changed) {
    Forms.goTo(context, changed.collection().page());
  }

  private static Account account(Context context) {
    return Caller.of(context).account().orElseThrow();
  }
}
