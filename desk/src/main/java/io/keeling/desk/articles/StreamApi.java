package io.keeling.desk.articles;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.sse.SseClient;
import io.keeling.contract.serde.Json;
import io.keeling.desk.access.Caller;
import io.keeling.desk.articles.live.LiveArticles;
import io.keeling.desk.articles.live.LiveSubscription;
import io.keeling.desk.articles.store.ArrivalStore;
import io.keeling.desk.articles.store.ListedArticle;
import io.keeling.desk.label.Labels;
import io.keeling.desk.page.Services;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.QueryHandler.QueryAction;
import io.keeling.search.budget.Budget;
import io.keeling.search.query.ArticleQuery;
import io.keeling.search.query.Filters;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /api/stream}: new articles as server-sent events. Threads may share it.
 *
 * <p>Each event is called {@code article} and holds a list item. A client that reconnects with
 * {@code Last-Event-ID} gets what it missed; it may get an article twice, but misses none.
 */
public final class StreamApi implements QueryAction {

  private static final Logger LOG = LoggerFactory.getLogger(StreamApi.class);

  /**
   * Silence after which a heartbeat is sent, so that no proxy closes the connection. A reader who
   * has left is noticed at the second heartbeat; until then the stream counts against the limit.
   */
  private static final Duration HEARTBEAT = Duration.ofSeconds(2);

  /** How often a waiting stream checks whether it must end. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  /**
   * How often the reader's session or token is checked. After it is revoked, the stream ends within
   * this time.
   */
  private static final Duration RECHECK = Duration.ofSeconds(5);

  /** Maximum number of missed articles sent on one connection; the next connection continues. */
  private static final int MOST_MISSED = 500;

  /** Accept headers that ask for a stream, including {@code *}{@code /*} of {@code curl}. */
  private static final Pattern STREAMS =
      Pattern.compile("text/event-stream|text/\\*|\\*/\\*", Pattern.CASE_INSENSITIVE);

  private static final Pattern EVENT_ID = Pattern.compile("(\\d{1,16})-([a-z0-9]{1,64})");

  private final LiveArticles live;
  private final ArrivalStore arrivals;
  private final Labels labels;

  public StreamApi(Services services, LiveArticles live) {
    this.live = live;
    this.arrivals = new ArrivalStore(services.database(), services.index());
    this.labels = services.labels();
  }

  @Override
  public void answer(Context context, ArticleQuery query) throws IOException {
    String accept = context.header("Accept");
    if (accept != null && !STREAMS.matcher(accept).find()) {
      throw Failure.of(406, "stream-only").exception();
    }
    Optional<LiveSubscription> subscription = live.subscribe(query.filters());
    if (subscription.isEmpty()) {
      throw Failure.of(503, "streams").exception();
    }
    boolean handedOver = false;
    try {
      handedOver = open(context, subscription.get(), query.filters());
    } finally {
      if (!handedOver) {
        live.unsubscribe(subscription.get());
      }
    }
  }

  /** Sends the headers and hands the stream over to its own thread; false if no stream follows. */
  private boolean open(Context context, LiveSubscription subscription, Filters filters)
      throws IOException {
    context
        .contentType("text/event-stream;charset=utf-8")
        .header("Cache-Control", "no-cache")
        .header("Connection", "close")
        // Otherwise nginx would hold events back until its buffer is full.
        .header("X-Accel-Buffering", "no");
    context.res().flushBuffer();
    if (context.method().equals(HandlerType.HEAD)) {
      return false;
    }
    String lastEvent = context.header("Last-Event-ID");
    Caller caller = Caller.of(context);
    Runnable serving =
        Budget.carried(
            () -> serve(new SseClient(context), subscription, filters, lastEvent, caller));
    context.async(serving::run);
    return true;
  }

  private void serve(
      SseClient client,
      LiveSubscription subscription,
      Filters filters,
      @Nullable String lastEvent,
      Caller caller) {
    try {
      client.sendComment("articles of Keeling, as they come in");
      if (catchUp(client, filters, lastEvent)) {
        follow(client, subscription, caller);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      live.unsubscribe(subscription);
      client.close();
    }
  }

  /** Sends missed articles; true if all were sent. */
  private boolean catchUp(SseClient client, Filters filters, @Nullable String lastEvent) {
    Matcher position = EVENT_ID.matcher(lastEvent == null ? "" : lastEvent);
    if (!position.matches()) {
      return true;
    }
    Instant storedAt = micros(Long.parseLong(position.group(1)));
    List<ListedArticle> missed = arrivals.after(filters, storedAt, position.group(2), MOST_MISSED);
    missed.forEach(article -> send(client, article));
    return missed.size() < MOST_MISSED;
  }

  private void follow(SseClient client, LiveSubscription subscription, Caller caller)
      throws InterruptedException {
    Instant spoken = Instant.now();
    Instant checked = Instant.now();
    while (subscription.isOpen() && !client.terminated()) {
      if (Duration.between(checked, Instant.now()).compareTo(RECHECK) > 0) {
        if (!mayStill(caller)) {
          return;
        }
        checked = Instant.now();
      }
      Optional<ListedArticle> next = subscription.next(PATIENCE);
      if (next.isPresent()) {
        send(client, next.get());
        spoken = Instant.now();
      } else if (Duration.between(spoken, Instant.now()).compareTo(HEARTBEAT) > 0) {
        client.sendComment("still here");
        spoken = Instant.now();
      }
    }
  }

  /**
   * Whether the caller may read on. If the database is down, this cannot be checked; the stream
   * then stays open, since nothing is sent anyway.
   */
  private static boolean mayStill(Caller caller) {
    try {
      return caller.still();
    } catch (JdbiException e) {
      LOG.debug("the caller of a stream cannot be checked", e);
      return true;
    }
  }

  private void send(SseClient client, ListedArticle article) {
    try {
      client.sendEvent(
          "article",
          Json.MAPPER.writeValueAsString(ArticleItem.of(article, labels)),
          micros(article.storedAt()) + "-" + article.id());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an article cannot be written as JSON", e);
    }
  }

  private static long micros(Instant instant) {
    return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
  }

  private static Instant micros(long micros) {
    return Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000);
  }
}
