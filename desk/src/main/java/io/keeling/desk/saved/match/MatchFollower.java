package io.keeling.desk.saved.match;

import io.keeling.contract.article.Article;
import io.keeling.contract.article.NewsDate;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.topic.Topics;
import io.keeling.desk.database.Database;
import io.keeling.desk.index.ChangeReader;
import io.keeling.desk.index.StoredRecords;
import io.keeling.runtime.health.ProgressLimits;
import io.keeling.runtime.kafka.ConsumerLag;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.thread.Threads;
import io.keeling.search.Change;
import io.keeling.search.QueryMatcher;
import io.keeling.search.query.QueryParser;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads {@code keeling.enriched} in one consumer group with all other desks, and stores which saved
 * searches each article matches. It has its own thread and retries forever.
 *
 * <p>A record is matched once the sink has stored it, so that the article can be shown. Its offset
 * is committed after its matches: after a crash records are read again, and existing matches are
 * kept.
 */
public final class MatchFollower implements AutoCloseable {

  /** The consumer group of all desks. */
  public static final String GROUP = "keeling-desk-alerts";

  private static final Logger LOG = LoggerFactory.getLogger(MatchFollower.class);

  /**
   * Age beyond which an article is not news when it is fetched. Older articles come from imports or
   * reprocessing, which must not cause a flood of alerts; with a week, articles missed over a few
   * days of outage still count.
   */
  private static final Duration NEWS = Duration.ofDays(7);

  /** Longest poll; records end it earlier. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  /** How often the sink is asked whether it has stored what was read. */
  private static final Duration SINK_PATIENCE = Duration.ofMillis(50);

  /** Time without a heartbeat after which another desk takes over. */
  private static final Duration SESSION = Duration.ofSeconds(10);

  /**
   * Pause after a failure: alerts start again soon, and a database that comes up is not pressed.
   */
  private static final Duration AGAIN = Duration.ofSeconds(2);

  /** How often names are resolved again: each time takes one lookup for every watched name. */
  private static final Duration LEARNS = Duration.ofSeconds(10);

  /** Timeout of closing; part of the desk's {@code CLOSE_TIMEOUT}. */
  private static final Duration CLOSE = Duration.ofSeconds(1);

  /**
   * Time for leaving the group. With the poll before it, this is less than {@link #CLOSE}. The
   * broker may hold the last fetch for longer, which is ignored.
   */
  private static final Duration LEAVE = Duration.ofMillis(250);

  /**
   * Records of one poll, which are matched with ten thousand searches within a second. The consumer
   * joins a rebalance only between polls, and all other desks wait for it.
   */
  private static final int MOST_RECORDS = 50;

  private final KafkaConnection kafka;
  private final StoredRecords stored;
  private final WatchedSearches searches;
  private final FoundAlerts alerts;
  private final QueryMatcher matcher;
  private final Runnable told;
  private final Counter found;
  private final MatchHealth health;
  private long learnt = System.nanoTime();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  /**
   * @param stored tells which records the sink has stored
   * @param parser parses saved queries
   * @param matcher matches articles with searches; closed with the follower
   * @param told called by the follower's thread after it has written alerts
   * @param limits how long records may wait while none is matched
   * @param outage whether Kafka is away; must not block
   */
  public MatchFollower(
      KafkaConnection kafka,
      Database database,
      StoredRecords stored,
      QueryParser parser,
      QueryMatcher matcher,
      Runnable told,
      ProgressLimits limits,
      BooleanSupplier outage,
      MeterRegistry meters) {
    this.health = new MatchHealth(limits, outage, meters);
    this.kafka = kafka;
    this.stored = stored;
    this.searches = new WatchedSearches(database, parser);
    this.alerts = new FoundAlerts(database);
    this.matcher = matcher;
    this.told = told;
    this.found =
        Counter.builder("keeling.desk.alerts.found")
            .description("Alerts found: articles that match a saved search")
            .register(meters);
    this.thread = new Thread(this::run, "keeling-desk-match");
    thread.setDaemon(true);
  }

  public MatchFollower start() {
    thread.start();
    return this;
  }

  private void run() {
    try {
      do {
        health.round();
        try {
          prepare();
          KafkaConsumer<byte[], byte[]> consumer = consumer();
          try {
            follow(consumer);
          } finally {
            leave(consumer);
          }
        } catch (InterruptException e) {
          break;
        } catch (JdbiException e) {
          health.fails(e, stored.away());
        } catch (KafkaException | IOException e) {
          health.fails(e, false);
        } catch (RuntimeException e) {
          LOG.error("Matching saved searches failed and will be retried", e);
          health.fails(e, false);
        }
      } while (!closing.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      closeMatcher();
    }
  }

  /** Closes the matcher, whose threads would keep the process alive. */
  private void closeMatcher() {
    try {
      matcher.close();
    } catch (IOException e) {
      LOG.debug("the matcher failed to close", e);
    }
  }

  /**
   * Reads the searches and prepares the languages of recent articles before joining the group. With
   * ten thousand searches this takes some ten seconds, in which the other desks go on matching.
   */
  private void prepare() throws IOException {
    searches.refresh(matcher::watch);
    for (String language : alerts.languages()) {
      matcher.prepare(language);
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    Map<String, Object> properties = kafka.clientProperties();
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    // If an offset was lost, all records are read again: existing matches are kept, and articles
    // fetched before a search was saved do not match it. With "by_duration", an empty partition
    // would be left unread for 30 s.
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_RECORDS);
    // It polls even while it waits, so the session can be as short as the sink's.
    properties.putIfAbsent(
        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, Math.toIntExact(SESSION.toMillis()));
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private void follow(KafkaConsumer<byte[], byte[]> consumer) throws IOException {
    consumer.subscribe(Set.of(Topics.ENRICHED.name()));
    List<ConsumerRecord<byte[], byte[]>> pending = new ArrayList<>();
    while (closing.getCount() > 0) {
      health.round();
      if (pending.isEmpty()) {
        consumer.resume(consumer.paused());
      } else {
        consumer.pause(consumer.assignment());
      }
      consumer.poll(pending.isEmpty() ? PATIENCE : SINK_PATIENCE).forEach(pending::add);
      if (!pending.isEmpty() && isStored(pending)) {
        health.begins();
        match(pending);
        consumer.commitSync();
        pending.clear();
        health.matched();
      }
      health.follows(behind(consumer, pending.size()));
    }
  }

  /** Leaves the group; an interrupt would prevent that and is restored afterwards. */
  private static void leave(KafkaConsumer<?, ?> consumer) {
    boolean interrupted = Thread.interrupted();
    try {
      consumer.close(CloseOptions.timeout(LEAVE));
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static long behind(KafkaConsumer<?, ?> consumer, int pending) {
    OptionalLong lag = ConsumerLag.of(consumer, consumer.assignment());
    return lag.isPresent() ? lag.getAsLong() + pending : -1;
  }

  private boolean isStored(List<ConsumerRecord<byte[], byte[]>> records) {
    Map<Integer, Long> upTo = stored.upTo();
    return records.stream()
        .allMatch(record -> record.offset() < upTo.getOrDefault(record.partition(), 0L));
  }

  private void match(List<ConsumerRecord<byte[], byte[]>> records) throws IOException {
    searches.refresh(matcher::watch);
    if (searches.searches().isEmpty()) {
      return;
    }
    if (System.nanoTime() - learnt > LEARNS.toNanos()) {
      matcher.learn();
      learnt = System.nanoTime();
    }
    List<EnrichedArticle> articles =
        records.stream()
            .flatMap(record -> ChangeReader.read(record).stream())
            .filter(Change.Put.class::isInstance)
            .map(change -> ((Change.Put) change).article())
            .toList();
    Set<String> corrected = alerts.corrected(articles);
    Set<String> corrections =
        searches.searches().values().stream()
            .filter(WatchedSearch::corrections)
            .map(WatchedSearch::id)
            .collect(Collectors.toSet());
    List<FoundAlerts.Found> batch = new ArrayList<>();
    for (EnrichedArticle article : articles) {
      batch.add(
          new FoundAlerts.Found(
              article, fresh(article, corrected.contains(article.article().id())), corrections));
    }
    int made = alerts.write(batch);
    if (made > 0) {
      found.increment(made);
      told.run();
    }
  }

  /** The searches that match the article; empty if it is not news. */
  private Set<String> fresh(EnrichedArticle enriched, boolean corrected) throws IOException {
    Article article = enriched.article();
    NewsDate published = article.publishedAt();
    if (published != null && published.instant().isBefore(article.fetchedAt().minus(NEWS))) {
      return Set.of();
    }
    Set<String> fresh = new HashSet<>();
    try {
      for (String id : matcher.matches(enriched, corrected)) {
        WatchedSearch search = searches.searches().get(id);
        if (search != null
            && !article.fetchedAt().isBefore(search.createdAt().minus(FoundAlerts.CLOCKS))) {
          fresh.add(id);
        }
      }
    } catch (IllegalArgumentException e) {
      // An article that the matcher refuses must not block all others.
      LOG.warn("Failed to match article {} with saved searches; it is skipped", article.id());
    }
    return fresh;
  }

  /** Problems that delay alerts, one line each; empty if there are none. */
  public List<String> notes() {
    return health.notes();
  }

  /** Whether the follower makes progress; if not, the process should be restarted. */
  public boolean alive() {
    return closing.getCount() == 0 || (thread.isAlive() && health.alive());
  }

  /** Ends the thread within some seconds; alerts that were written stay. */
  @Override
  public void close() {
    closing.countDown();
    health.close();
    Threads.end(thread, CLOSE);
  }
}
