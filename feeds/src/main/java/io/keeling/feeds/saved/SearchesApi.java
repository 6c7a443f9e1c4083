package io.keeling.feeds.saved;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.keeling.contract.serde.Json;
import io.keeling.feeds.access.Account;
import io.keeling.feeds.access.Caller;
import io.keeling.feeds.query.QueryParser;
import io.keeling.feeds.web.Answers;
import io.keeling.feeds.web.Failure;
import io.keeling.feeds.web.JsonAnswer;
import java.io.IOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** {@code /api/searches}: saved searches, for programs. Threads may share it. */
public final class SearchesApi {

  /** A search with its name takes less, its query included. */
  private static final int LONGEST_BODY = 16_384;

  private static final Set<String> FIELDS =
      new TreeSet<>(
          Set.of("name", "query", "channel", "target", "rhythm", "corrections", "language"));

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
    byte[] body = context.bodyAsBytes();
    if (body.length > LONGEST_BODY) {
      return invalid("body", "the body must be at most " + LONGEST_BODY + " bytes");
    }
    JsonNode sent;
    try {
      sent = Json.MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      return invalid("body", "the body must be a JSON object");
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory cannot be read", e);
    }
    if (sent == null || !sent.isObject()) {
      return invalid("body", "the body must be a JSON object");
    }
    for (Iterator<String> names = sent.fieldNames(); names.hasNext(); ) {
      if (!FIELDS.contains(names.next())) {
        return invalid("body", "the body may have " + String.join(", ", FIELDS));
      }
    }
    if (!sent.path("name").isTextual() || !sent.path("query").isTextual()) {
      return invalid("body", "name and query must be strings");
    }
    for (String name : List.of("channel", "target", "rhythm", "language")) {
      if (sent.has(name) && !sent.get(name).isTextual()) {
        return invalid(name, name + " must be a string");
      }
    }
    if (sent.has("corrections") && !sent.get("corrections").isBoolean()) {
      return invalid("corrections", "corrections must be true or false");
    }
    return NewSearch.read(
        sent.get("name").asText(),
        sent.get("query").asText(),
        new NewSearch.AlertText(
            sent.path("channel").asText(),
            sent.path("target").asText(),
            sent.path("rhythm").asText(),
            sent.path("corrections").asBoolean(true),
            sent.path("language").asText()),
        parser);
  }

  private static NewSearch invalid(String parameter, String problem) {
    return new NewSearch.Invalid(Failure.badParameter(parameter, problem));
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
