package io.keeling.feeds.saved;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import io.keeling.feeds.access.Account;
import io.keeling.feeds.access.Caller;
import io.keeling.feeds.query.QueryParser;
import io.keeling.feeds.web.Answers;
import io.keeling.feeds.web.Failure;
import io.keeling.feeds.web.JsonAnswer;
import io.keeling.feeds.web.JsonFields;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /api/searches}: saved searches, for programs. Threads may share it. */
public final class SearchesApi {

  private static final Set<String> TEXTS =
      Set.of("name", "query", "channel", "target", "rhythm", "language");

  private static final Set<String> FLAGS = Set.of("corrections");

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
   * @param channel the way by which somebody is told
   * @param target the host that is told, for the rest may be a secret; empty where nobody is
   * @param secret what messages are signed with, told once, to who saved it
   * @param page where people look at it, and so on: addresses on this desk
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      String id,
      String name,
      String query,
      Instant createdAt,
      String channel,
      String target,
      String rhythm,
      boolean corrections,
      String language,
      @Nullable String secret,
      String page,
      String articles,
      String atom,
      String jsonFeed,
      String stream,
      String deliveries) {

    static Item of(SavedSearch search, @Nullable String secret, String baseUrl) {
      String page = baseUrl + search.page();
      String api = baseUrl + "/api" + search.page();
      return new Item(
          search.id(),
          search.name(),
          search.query(),
          search.createdAt(),
          search.alert().channel().value(),
          search.alert().shownTarget(),
          search.alert().rhythm().value(),
          search.alert().corrections(),
          search.alert().language(),
          secret,
          page,
          api + "/articles",
          page + "/feed.atom",
          page + "/feed.json",
          api + "/stream",
          api + "/deliveries");
    }
  }

  /** Messages of a search, the newest first. */
  record Deliveries(List<DeliveryRecords.Delivery> items) {}

  private final SavedSearches searches;
  private final DeliveryRecords deliveries;
  private final QueryParser parser;
  private final Answers answers;
  private final String baseUrl;

  /**
   * @param parser reads the queries that are to be saved
   * @param baseUrl the public address of the desk, without a slash at its end
   */
  public SearchesApi(SavedSearches searches, QueryParser parser, Answers answers, String baseUrl) {
    this.searches = searches;
    this.deliveries = searches.deliveries();
    this.parser = parser;
    this.answers = answers;
    this.baseUrl = baseUrl;
  }

  /** Answers with a page of them. */
  public void list(Context context) {
    String after = context.queryParam("after");
    List<SavedSearch> found = searches.list(after == null ? "" : after);
    boolean more = found.size() > SavedSearches.MOST_LISTED;
    List<SavedSearch> shown = more ? found.subList(0, SavedSearches.MOST_LISTED) : found;
    JsonAnswer.send(
        context,
        new Listing(
            shown.stream().map(search -> Item.of(search, null, baseUrl)).toList(),
            more ? shown.get(shown.size() - 1).name() : null));
  }

  /** Answers with one. */
  public void one(Context context) {
    Optional<SavedSearch> found = searches.find(context.pathParam("id"));
    if (found.isPresent()) {
      JsonAnswer.send(context, Item.of(found.get(), null, baseUrl));
    } else {
      answers.fail(context, SearchAnswers.UNKNOWN);
    }
  }

  /** Answers with the newest messages of one, and what came of them. */
  public void deliveries(Context context) {
    String id = context.pathParam("id");
    if (searches.find(id).isPresent()) {
      JsonAnswer.send(context, new Deliveries(deliveries.of(id)));
    } else {
      answers.fail(context, SearchAnswers.UNKNOWN);
    }
  }

  /** Saves one. */
  public void save(Context context) {
    NewSearch wanted = read(context);
    if (wanted instanceof NewSearch.Invalid invalid) {
      answers.fail(context, invalid.failure());
      return;
    }
    SavedSearches.Outcome outcome = searches.save((NewSearch.Valid) wanted, account(context));
    if (outcome instanceof SavedSearches.Outcome.Saved saved) {
      context.status(201).header("Location", baseUrl + "/api" + saved.search().page());
      JsonAnswer.send(context, Item.of(saved.search(), saved.secret(), baseUrl));
    } else {
      answers.fail(context, SearchAnswers.of(outcome));
    }
  }

  private NewSearch read(Context context) {
    JsonFields sent = JsonFields.read(context, TEXTS, FLAGS);
    if (sent instanceof JsonFields.Bad bad) {
      return new NewSearch.Invalid(bad.failure());
    }
    JsonFields.Good fields = (JsonFields.Good) sent;
    if (!fields.has("name") || !fields.has("query")) {
      return new NewSearch.Invalid(
          Failure.badParameter("body", "the body must have a name and a query"));
    }
    return NewSearch.read(
        fields.text("name"),
        fields.text("query"),
        new NewSearch.AlertText(
            fields.text("channel"),
            fields.text("target"),
            fields.text("rhythm"),
            fields.flag("corrections", true),
            fields.text("language")),
        parser);
  }

  private static Account account(Context context) {
    return Caller.of(context).account().orElseThrow();
  }

  /** Deletes one. */
  public void delete(Context context) {
    if (searches.delete(context.pathParam("id"), account(context))) {
      context.status(204);
    } else {
      answers.fail(context, SearchAnswers.UNKNOWN);
    }
  }
}
