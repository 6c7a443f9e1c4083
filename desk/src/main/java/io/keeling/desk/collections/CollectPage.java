package io.keeling.desk.collections;

import io.javalin.http.Context;
import io.keeling.contract.article.Article;
import io.keeling.desk.access.Account;
import io.keeling.desk.access.Caller;
import io.keeling.desk.articles.store.ArticleStore;
import io.keeling.desk.collections.CollectionChanges.Changed;
import io.keeling.desk.messages.Messages;
import io.keeling.desk.page.Forms;
import io.keeling.desk.page.Frame;
import io.keeling.desk.page.Pages;
import io.keeling.desk.page.Services;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.ReaderLanguage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code /articles/{id}/collections}: the form to add an article to a collection, with a note.
 * Threads may share it.
 */
public final class CollectPage {

  /** Maximum number of collections offered, last changed first; other names can be typed. */
  private static final int MOST_OFFERED = 50;

  /**
   * The model of the page's template.
   *
   * @param in the collection whose note is edited, null for a new entry
   * @param note the current note
   * @param offered names of collections
   */
  public record View(
      Frame frame,
      String csrf,
      String article,
      String title,
      String language,
      @Nullable Collection in,
      String note,
      List<String> offered) {}

  private final ArticleStore articles;
  private final Collections collections;
  private final CollectionChanges changes;
  private final Pages pages;

  public CollectPage(Services services, Collections collections, CollectionChanges changes) {
    this.articles = new ArticleStore(services.database(), services.index());
    this.collections = collections;
    this.changes = changes;
    this.pages = services.pages();
  }

  public void show(Context context) {
    Article article =
        articles
            .find(context.pathParam("id"))
            .orElseThrow(Failure.ARTICLE_UNKNOWN::exception)
            .article();
    String in = context.queryParam("in");
    Optional<Collection> collection = Optional.ofNullable(in).map(collections::find);
    Messages messages = ReaderLanguage.of(context);
    String csrf = Forms.token(context);
    pages.sendOnce(
        context,
        "collect.jte",
        new View(
            pages.frame(context, messages),
            csrf,
            article.id(),
            article.title(),
            article.language(),
            collection.orElse(null),
            collection
                .flatMap(one -> collections.article(one.id(), article.id()))
                .map(Collected::noteText)
                .orElse(""),
            collection.isPresent()
                ? List.of()
                : collections.latest(MOST_OFFERED).stream().map(Collection::name).toList()));
  }

  /** Adds the article, and redirects to the collection. */
  public void put(Context context) {
    String note = CollectionText.note(Forms.text(context, "note"));
    String article = context.pathParam("id");
    Account account = Caller.of(context).account().orElseThrow();
    String in = Forms.text(context, "in");
    Changed changed;
    if (in.isEmpty()) {
      String name = CollectionText.name(Forms.text(context, "name"));
      // The form does not show an existing note, so an empty field keeps it.
      changed = changes.putInto(name, article, note.isEmpty() ? null : note, account);
    } else {
      changed = changes.put(in, article, note, account);
    }
    Forms.goTo(context, changed.collection().page());
  }
}
