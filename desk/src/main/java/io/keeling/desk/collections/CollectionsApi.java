package io.keeling.desk.collections;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import io.keeling.desk.access.Account;
import io.keeling.desk.access.Caller;
import io.keeling.desk.page.Services;
import io.keeling.desk.web.Answers;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.JsonAnswer;
import io.keeling.desk.web.JsonFields;
import io.keeling.desk.web.PageNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /api/collections}: collections, for programs. Threads may share it. */
public final class CollectionsApi {

  /** Articles of one page. Chosen. */
  private static final int MOST_SHOWN = 100;

  /**
   * A page of them.
   *
   * @param next the name after which the next page begins, absent on the last
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Listing(List<Item> items, @Nullable String next) {}

  /**
   * One of them.
   *
   * @param articles how many are in it
   * @param page where people look at it
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
   * A page of its articles.
   *
   * @param next the number of the next page, absent on the last
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Articles(List<Article> items, @Nullable Integer next) {}

  /**
   * An article of it.
   *
   * @param addedBy who put it in; absent for who has not signed in
   * @param note plain text, empty where there is none
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
  private final Answers answers;
  private final String baseUrl;

  public CollectionsApi(Services services, Collections collections, CollectionChanges changes) {
    this.collections = collections;
    this.changes = changes;
    this.answers = services.answers();
    this.baseUrl = services.baseUrl();
  }

  /** Answers with a page of them. */
  public void list(Context context) {
    String after = context.queryParam("after");
    List<Collection> found = collections.list(after == null ? "" : after);
    boolean more = found.size() > Collections.MOST_LISTED;
    List<Collection> shown = more ? found.subList(0, Collections.MOST_LISTED) : found;
    JsonAnswer.send(
        context,
        new Listing(
            shown.stream().map(one -> Item.of(one, baseUrl)).toList(),
            more ? shown.get(shown.size() - 1).name() : null));
  }

  /** Answers with one. */
  public void one(Context context) {
    answers
        .orFail(context, collections.find(context.pathParam("id")), CollectionAnswers.UNKNOWN)
        .ifPresent(found -> JsonAnswer.send(context, Item.of(found, baseUrl)));
  }

  /** Answers with a page of the articles of one, the one put in last first. */
  public void articles(Context context) {
    String id = context.pathParam("id");
    if (collections.find(id).isEmpty()) {
      answers.fail(context, CollectionAnswers.UNKNOWN);
      return;
    }
    int page = PageNumber.of(context);
    boolean named = Caller.of(context).signedIn();
    List<Collected> found = collections.articles(id, (page - 1) * MOST_SHOWN, MOST_SHOWN + 1);
    JsonAnswer.send(
        context,
        new Articles(
            found.stream().limit(MOST_SHOWN).map(one -> Article.of(one, named)).toList(),
            found.size() > MOST_SHOWN ? page + 1 : null));
  }

  /** Answers with an article of one. */
  public void article(Context context) {
    article(context, context.pathParam("id"), context.pathParam("article"));
  }

  private void article(Context context, String id, String article) {
    answers
        .orFail(context, collections.article(id, article), Failure.ARTICLE_UNKNOWN)
        .ifPresent(
            found -> JsonAnswer.send(context, Article.of(found, Caller.of(context).signedIn())));
  }

  /** Makes one. */
  public void make(Context context) {
    named(context).ifPresent(name -> answer(context, changes.make(name, account(context))));
  }

  /** Gives one another name. */
  public void rename(Context context) {
    named(context)
        .ifPresent(
            name ->
                answer(context, changes.rename(context.pathParam("id"), name, account(context))));
  }

  /** The name that was sent, or nothing once it is answered that it is none. */
  private Optional<String> named(Context context) {
    JsonFields sent = JsonFields.read(context, Set.of("name"));
    if (sent instanceof JsonFields.Bad bad) {
      answers.fail(context, bad.failure());
      return Optional.empty();
    }
    Optional<String> name = CollectionText.name(((JsonFields.Good) sent).text("name"));
    if (name.isEmpty()) {
      answers.fail(context, CollectionAnswers.NAME);
    }
    return name;
  }

  /** Puts an article into one, or another note on it. */
  public void put(Context context) {
    JsonFields sent = JsonFields.read(context, Set.of("note"));
    if (sent instanceof JsonFields.Bad bad) {
      answers.fail(context, bad.failure());
      return;
    }
    JsonFields.Good fields = (JsonFields.Good) sent;
    Optional<String> note = CollectionText.note(fields.text("note"));
    if (note.isEmpty()) {
      answers.fail(context, CollectionAnswers.NOTE);
      return;
    }
    String id = context.pathParam("id");
    String article = context.pathParam("article");
    ChangeOutcome outcome =
        changes.put(id, article, fields.has("note") ? note.get() : null, account(context));
    if (outcome instanceof ChangeOutcome.Done done) {
      context.status(done.made() ? 201 : 200);
      article(context, id, article);
    } else {
      answers.fail(context, CollectionAnswers.of(outcome));
    }
  }

  /** Takes an article out of one. */
  public void takeOut(Context context) {
    ChangeOutcome outcome =
        changes.takeOut(context.pathParam("id"), context.pathParam("article"), account(context));
    if (outcome instanceof ChangeOutcome.Done) {
      context.status(204);
    } else {
      answers.fail(context, CollectionAnswers.of(outcome));
    }
  }

  /** Deletes one. */
  public void delete(Context context) {
    if (changes.delete(context.pathParam("id"), account(context))) {
      context.status(204);
    } else {
      answers.fail(context, CollectionAnswers.UNKNOWN);
    }
  }

  private void answer(Context context, ChangeOutcome outcome) {
    if (outcome instanceof ChangeOutcome.Done done) {
      if (done.made()) {
        context.status(201).header("Location", baseUrl + "/api" + done.collection().page());
      }
      JsonAnswer.send(context, Item.of(done.collection(), baseUrl));
    } else {
      answers.fail(context, CollectionAnswers.of(outcome));
    }
  }

  private static Account account(Context context) {
    return Caller.of(context).account().orElseThrow();
  }
}
