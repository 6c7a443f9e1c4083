package io.keeling.desk.collections;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import io.keeling.desk.access.Account;
import io.keeling.desk.access.Caller;
import io.keeling.desk.collections.CollectionChanges.Changed;
import io.keeling.desk.page.Services;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.JsonAnswer;
import io.keeling.desk.web.JsonFields;
import io.keeling.desk.web.NamePage;
import io.keeling.desk.web.PageNumber;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /api/collections}: the API of collections. Threads may share it. */
public final class CollectionsApi {

  /** Number of articles on one page, as openapi.yaml says. */
  private static final int MOST_SHOWN = 100;

  /**
   * A page of collections.
   *
   * @param next the name after which the next page begins, absent on the last
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Listing(List<Item> items, @Nullable String next) {}

  /**
   * A collection.
   *
   * @param articles number of articles in it
   * @param page the address of its page
   */
  record Item(
      String id, String name, Instant createdAt, Instant changedAt, int articles, String page) {

    static Item of(Collection one, String baseUrl) {
      return new Item(
          one.id(),
          one.name(),
          one.createdAt(),
          one.changedAt(),
          one.articles(),
          baseUrl + one.page());
    }
  }

  /**
   * A page of a collection's articles.
   *
   * @param next the number of the next page, absent on the last
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Articles(List<Article> items, @Nullable Integer next) {}

  /**
   * An article in a collection.
   *
   * @param addedBy who added it; absent for callers who are not signed in
   * @param note plain text, empty if there is none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Article(
      String id,
      String title,
      String domain,
      Instant sortedAt,
      Instant addedAt,
      @Nullable String addedBy,
      String note,
      @Nullable Instant notedAt,
      @Nullable String notedBy) {

    static Article of(Collected article, boolean named) {
      Collected.Note note = article.note();
      return new Article(
          article.article().id(),
          article.article().title(),
          article.article().domain(),
          article.article().sortedAt(),
          article.addedAt(),
          named ? article.addedBy() : null,
          article.noteText(),
          note == null ? null : note.at(),
          note == null || !named ? null : note.by());
    }
  }

  private final Collections collections;
  private final CollectionChanges changes;
  private final String baseUrl;

  public CollectionsApi(Services services, Collections collections, CollectionChanges changes) {
    this.collections = collections;
    this.changes = changes;
    this.baseUrl = services.baseUrl();
  }

  public void list(Context context) {
    String after = context.queryParam("after");
    NamePage<Collection> found = collections.list(after == null ? "" : after);
    JsonAnswer.send(
        context,
        new Listing(
            found.items().stream().map(one -> Item.of(one, baseUrl)).toList(), found.next()));
  }

  public void one(Context context) {
    JsonAnswer.send(context, Item.of(collections.find(context.pathParam("id")), baseUrl));
  }

  public void articles(Context context) {
    String id = collections.find(context.pathParam("id")).id();
    int page = PageNumber.of(context);
    boolean named = Caller.of(context).signedIn();
    List<Collected> found = collections.articles(id, (page - 1) * MOST_SHOWN, MOST_SHOWN + 1);
    JsonAnswer.send(
        context,
        new Articles(
            found.stream().limit(MOST_SHOWN).map(one -> Article.of(one, named)).toList(),
            found.size() > MOST_SHOWN ? page + 1 : null));
  }

  public void article(Context context) {
    article(context, context.pathParam("id"), context.pathParam("article"));
  }

  private void article(Context context, String id, String article) {
    Collected found =
        collections.article(id, article).orElseThrow(Failure.ARTICLE_UNKNOWN::exception);
    JsonAnswer.send(context, Article.of(found, Caller.of(context).signedIn()));
  }

  public void make(Context context) {
    send(context, changes.make(name(context), account(context)));
  }

  public void rename(Context context) {
    send(context, changes.rename(context.pathParam("id"), name(context), account(context)));
  }

  private static String name(Context context) {
    return CollectionText.name(JsonFields.read(context, Set.of("name")).text("name"));
  }

  /** Adds an article, or changes its note. */
  public void put(Context context) {
    JsonFields sent = JsonFields.read(context, Set.of("note"));
    String note = CollectionText.note(sent.text("note"));
    String id = context.pathParam("id");
    String article = context.pathParam("article");
    Changed changed = changes.put(id, article, sent.has("note") ? note : null, account(context));
    context.status(changed.made() ? 201 : 200);
    article(context, id, article);
  }

  public void takeOut(Context context) {
    changes.takeOut(context.pathParam("id"), context.pathParam("article"), account(context));
    context.status(204);
  }

  public void delete(Context context) {
    changes.delete(context.pathParam("id"), account(context));
    context.status(204);
  }

  private void send(Context context, Changed changed) {
    if (changed.made()) {
      context.status(201).header("Location", baseUrl + "/api" + changed.collection().page());
    }
    JsonAnswer.send(context, Item.of(changed.collection(), baseUrl));
  }

  private static Account account(Context context) {
    return Caller.of(context).account().orElseThrow();
  }
}
