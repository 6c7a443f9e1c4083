package io.keeling.desk.articles.live;

import io.keeling.desk.articles.store.ArrivalStore;
import io.keeling.desk.articles.store.ArrivalStore.Arrival;
import io.keeling.desk.articles.store.ListedArticle;
import io.keeling.search.budget.Budgets;
import io.keeling.search.budget.SearchRefusedException;
import io.keeling.search.query.Filters;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends new articles to subscribers. Threads may share it.
 *
 * <p>One thread polls the database, once a second and only while there are subscribers. Subscribers
 * with the same filters share a query.
 */
public final class LiveArticles implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LiveArticles.class);

  /** How often the database is polled. Readers do not notice a delay of a second. */
  private static final long LOOK_MILLIS = 1_000;

  /** How long a new stream waits for {@link #turn}; short, since few threads serve requests. */
  private static final long PATIENCE_MILLIS = 2_000;

  /** Longest time from the timestamp of a sink's transaction to its commit. */
  private static final Duration LATEST_COMMIT = Duration.ofSeconds(30);

  /** Longest time an article may take to reach the index. */
  private static final Duration LATEST_INDEXED = Duration.ofMinutes(5);

  /**
   * Maximum number of sent arrivals that are remembered, so that none is sent twice. Fewer than
   * this arrive in {@link #LATEST_COMMIT}.
   */
  private static final int REMEMBERED = 100_000;

  private final ArrivalStore arrivals;
  private final int most;
  private final Budgets budgets;
  private final Set<LiveSubscription> subscriptions = ConcurrentHashMap.newKeySet();
  private final Map<Arrival, Boolean> told =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Arrival, Boolean> eldest) {
          return size() > REMEMBERED;
        }
      };
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "keeling-desk-live");
            thread.setDaemon(true);
            return thread;
          });

  /** Held while the database is polled and while a stream subscribes. */
  private final ReentrantLock turn = new ReentrantLock();

  /** The next poll reads arrivals after this time; null while there are no subscribers. */
  private @Nullable Instant since;

  private boolean away;

  /**
   * @param most maximum number of concurrent subscriptions
   * @param budgets limits the queries made for subscribers
   */
  public LiveArticles(ArrivalStore arrivals, int most, Budgets budgets, MeterRegistry meters) {
    this.arrivals = arrivals;
    this.most = most;
    this.budgets = budgets;
    Gauge.builder("keeling.desk.listeners", subscriptions, Set::size)
        .description("Readers of the live stream")
        .register(meters);
    var unused =
        looking.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * Subscribes to filtered articles from now on; empty if there are too many subscribers, or a poll
   * of the database takes too long.
   *
   * @throws JdbiException if the database does not answer
   */
  public Optional<LiveSubscription> subscribe(Filters filters) {
    if (!mayBegin()) {
      return Optional.empty();
    }
    try {
      if (subscriptions.size() >= most) {
        return Optional.empty();
      }
      if (since == null) {
        start(arrivals.now());
      }
      LiveSubscription subscription = new LiveSubscription(filters);
      subscriptions.add(subscription);
      return Optional.of(subscription);
    } finally {
      turn.unlock();
    }
  }

  private boolean mayBegin() {
    try {
      return turn.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  public void unsubscribe(LiveSubscription subscription) {
    subscription.close();
    subscriptions.remove(subscription);
  }

  private void look() {
    turn.lock();
    try {
      if (subscriptions.isEmpty()) {
        since = null;
        told.clear();
      } else if (since != null) {
        tell(arrivals.since(since));
      }
      away = false;
    } catch (JdbiException e) {
      if (!away) {
        LOG.warn("the live stream waits for the database: {}", e.getClass().getSimpleName());
      }
      away = true;
    } catch (RuntimeException | Error e) { // otherwise polling would end silently
      LOG.error("the live stream could not look for new articles", e);
    } finally {
      turn.unlock();
    }
  }

  /** Marks all articles stored so far as sent. */
  private void start(Instant now) {
    since = now.minus(LATEST_COMMIT);
    arrivals.since(since).forEach(arrival -> told.put(arrival, true));
  }

  private void tell(List<Arrival> found) {
    List<Arrival> untold = found.stream().filter(arrival -> !told.containsKey(arrival)).toList();
    List<Arrival> fresh = untold.isEmpty() ? untold : arrivals.indexed(untold);
    if (!fresh.isEmpty()) {
      List<String> ids = fresh.stream().map(Arrival::id).toList();
      subscriptions.stream()
          .collect(Collectors.groupingBy(LiveSubscription::filters))
          .forEach((filters, group) -> tell(filters, group, ids));
      fresh.forEach(arrival -> told.put(arrival, true));
    }
    if (!found.isEmpty()) {
      Instant last = found.get(found.size() - 1).storedAt();
      // If this poll returned the maximum number of arrivals, the next poll continues after them.
      // Otherwise, the next poll looks back for late commits.
      since = found.size() == ArrivalStore.MOST ? last.minusNanos(1_000) : later(last);
      waitFor(untold, Set.copyOf(fresh), last);
    }
  }

  /**
   * Makes the next poll read again the arrivals that are not indexed yet, unless they are overdue.
   */
  private void waitFor(List<Arrival> untold, Set<Arrival> fresh, Instant last) {
    Instant overdue = last.minus(LATEST_INDEXED);
    untold.stream()
        .filter(arrival -> !fresh.contains(arrival) && arrival.storedAt().isAfter(overdue))
        .map(arrival -> arrival.storedAt().minusNanos(1_000))
        .filter(moment -> since != null && moment.isBefore(since))
        .min(Instant::compareTo)
        .ifPresent(moment -> since = moment);
  }

  private Instant later(Instant last) {
    Instant back = last.minus(LATEST_COMMIT);
    return since != null && since.isAfter(back) ? since : back;
  }

  /**
   * Sends articles to subscribers with the same filters. If the query takes too long, it ends their
   * streams; they learn the reason when they request a new stream.
   */
  private void tell(Filters filters, List<LiveSubscription> group, List<String> ids) {
    try {
      List<ListedArticle> articles = budgets.within(() -> arrivals.among(filters, ids));
      group.forEach(subscription -> articles.forEach(subscription::offer));
    } catch (SearchRefusedException e) {
      group.forEach(this::unsubscribe);
    }
  }

  @Override
  public void close() {
    looking.shutdownNow();
    subscriptions.forEach(LiveSubscription::close);
  }
}
