package io.keeling.ingest.fetch;

import io.keeling.contract.fetch.FetchOutcome;
import io.keeling.contract.topic.Topics;
import io.keeling.ingest.config.IngestConfig;
import io.keeling.ingest.fetch.http.HttpExchange;
import io.keeling.ingest.fetch.robots.RobotsCache;
import io.keeling.runtime.deadline.RecordDeadline;
import io.keeling.runtime.health.Activity;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.streams.FailureKind;
import io.keeling.runtime.tracing.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the pages that {@code keeling.fetches} requests and writes each result to {@code
 * keeling.pages}. No other part of ingest requests pages from the web. Thread-safe.
 *
 * <p>Every request results in exactly one page record, or more than one if a process dies between
 * writing the page and committing the request.
 */
public final class Fetcher implements AutoCloseable {

  public static final String GROUP = FetchRequests.GROUP;

  private static final Logger LOG = LoggerFactory.getLogger(Fetcher.class);

  /**
   * Pause before a failed write is repeated. The producer has already tried for two minutes ({@code
   * delivery.timeout.ms}).
   */
  private static final Duration WRITE_RETRY = Duration.ofSeconds(1);

  /** Pause before requests are polled again after the broker failed. */
  private static final Duration POLL_RETRY = Duration.ofMillis(500);

  /** Time limit for writing finished pages when their partition goes to another process. */
  private static final Duration WRITE_LIMIT = Duration.ofSeconds(1);

  /**
   * How long a request in progress may take to end by itself before it is cut, when its partition
   * goes to another process. All processes have to wait meanwhile.
   */
  private static final Duration HANDOVER_GRACE = Duration.ofSeconds(2);

  private final IngestConfig config;
  private final Duration closeLimit;
  private final HttpExchange http;
  private final RequestReader reader;
  private final ResultWriter results;
  private final Handover handover;
  private final FetchWorkers workers;
  private final FetchMetrics metrics;
  private final OffsetLedger ledger = new OffsetLedger();
  private final FetchRequests requests;
  private final Thread loop;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile @Nullable Sites sites;
  private volatile boolean closing;
  private volatile @Nullable String fatal;
  private volatile boolean polling;

  /** Progress counters for {@link #activities}: rounds of the loop, and requests taken. */
  private final AtomicLong rounds = new AtomicLong();

  private final AtomicLong taken = new AtomicLong();

  private volatile @Nullable String away;

  private Fetcher(
      KafkaConnection kafka,
      IngestConfig config,
      RecordDeadline deadline,
      HttpExchange http,
      MeterRegistry meters,
      Tracing tracing) {
    this.config = config;
    this.closeLimit = config.instances().fetcherClose();
    InstantSource clock = InstantSource.system();
    this.http = http;
    this.metrics = new FetchMetrics(meters, tracing);
    this.results =
        new ResultWriter(
            new PageWriter(kafka, "keeling-fetcher", config.workers().bufferBytes()),
            config.workers().mostHeld(),
            ledger,
            metrics,
            clock);
    FetchSteps steps =
        new FetchSteps(
            http,
            new RobotsCache(config.politeness(), deadline, clock),
            config.fetch(),
            config.politeness(),
            clock);
    this.reader = new RequestReader(ledger, results, steps, metrics, clock);
    this.handover = new Handover(config.politeness().pause(), clock);
    this.workers =
        new FetchWorkers(
            new WorkerShares(config.workers()),
            steps,
            handover,
            clock,
            http::cut,
            metrics,
            this::finished,
            this::handedOn,
            results::hasRoom);
    this.requests =
        new FetchRequests(
            kafka, config.instances(), config.workers().inFlight(), ledger, new Owning());
    metrics.gauge(
        "keeling.ingest.fetch.unfinished", "Requests taken, not finished", ledger::unfinished);
    metrics.gauge(
        "keeling.ingest.fetch.held.bytes", "Pages that Kafka does not have yet", results::held);
    metrics.gauge(
        "keeling.ingest.fetch.hosts", "Hosts with something to fetch", workers::busyHosts);
    this.loop = new Thread(this::run, "keeling-fetcher");
  }

  /**
   * Starts fetching.
   *
   * @param deadline for reading a robots.txt
   * @param http requests the pages; closed with the fetcher
   */
  public static Fetcher start(
      KafkaConnection kafka,
      IngestConfig config,
      RecordDeadline deadline,
      HttpExchange http,
      MeterRegistry meters,
      Tracing tracing) {
    Fetcher fetcher = new Fetcher(kafka, config, deadline, http, meters, tracing);
    fetcher.loop.start();
    return fetcher;
  }

  private void run() {
    try {
      long nextWrite = System.nanoTime();
      while (!closing) {
        for (ConsumerRecord<String, byte[]> record : poll()) {
          taken.incrementAndGet();
          reader.read(record).filter(job -> !handedOn(job)).ifPresent(workers::add);
        }
        polling = true;
        rounds.incrementAndGet();
        Duration trust = requests.trust();
        workers.allowFor(trust);
        if (trust.isNegative()) {
          workers.interrupt();
        }
        if (System.nanoTime() - nextWrite >= 0) {
          results.again();
          nextWrite = System.nanoTime() + WRITE_RETRY.toNanos();
        }
      }
    } catch (RuntimeException | Error e) {
      // Catches errors too. Otherwise only the health check would notice them, by alive().
      if (FailureKind.of(e) == FailureKind.MISCONFIGURED) {
        fatal = FailureKind.line(e);
        LOG.error("The fetcher stops: {}", fatal);
      } else {
        fatal = "unexpected " + e.getClass().getSimpleName() + ", see the log";
        LOG.error("The fetcher failed", e);
      }
    } finally {
      polling = false;
      closing = true;
      finishAndCommit();
      ended.countDown();
    }
  }

  /** Takes requests; returns none while the broker is unavailable. */
  private ConsumerRecords<String, byte[]> poll() {
    try {
      ConsumerRecords<String, byte[]> records = requests.poll(hasRoom());
      away = null;
      return records;
    } catch (KafkaException e) {
      if (FailureKind.of(e) != FailureKind.TRANSIENT) {
        throw e;
      }
      if (away == null) {
        LOG.warn("Cannot take requests, trying again: {}", FailureKind.line(e));
      }
      away = "the fetcher cannot take requests: " + FailureKind.line(e);
      LockSupport.parkNanos(POLL_RETRY.toNanos());
      return ConsumerRecords.empty();
    }
  }

  private boolean hasRoom() {
    return ledger.unfinished() < config.workers().inFlight();
  }

  private void finishAndCommit() {
    try {
      workers.close();
      // Waits for the exchanges that end by themselves, then cuts the connections of the others.
      workers.awaitEnd(closeLimit.dividedBy(5));
      http.close();
      workers.awaitEnd(closeLimit.dividedBy(10));
      results.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      requests.close();
    }
  }

  /**
   * Hands a job to another partition if its next exchange belongs there; returns whether it did.
   */
  private boolean handedOn(FetchJob job) {
    Sites all = sites();
    if (all.isOwn(job)) {
      return false;
    }
    metrics.handedOn(job);
    results.handOn(job, all);
    return true;
  }

  /**
   * Returns the mapping of sites to partitions. The first call asks for the number of partitions.
   */
  private Sites sites() {
    Sites known = sites;
    if (known == null) {
      known = new Sites(requests.partitions());
      sites = known;
    }
    return known;
  }

  private void finished(FetchJob job, FetchResult result) {
    if (closing && result.outcome() == FetchOutcome.UNREACHABLE && result.status() == 0) {
      // Most likely our own shutdown cut the exchange. Its request is not committed, so the page is
      // fetched after the next start.
      return;
    }
    metrics.finished(job, result, Duration.ofNanos(System.nanoTime() - job.startedNanos));
    results.write(job, result);
  }

  /** Takes partitions over and gives them up, on the fetcher's thread. */
  private final class Owning implements FetchRequests.Owner {
    @Override
    public void assigned(TopicPartition partition, @Nullable String note) {
      handover.assigned(partition, note);
    }

    @Override
    public void leave(Collection<TopicPartition> gone, boolean lost) {
      Predicate<FetchJob> theirs = job -> gone.contains(job.partition);
      Duration trust = requests.trust();
      // Once the trusted time is over, another instance may already have the partitions.
      Duration left = lost || trust.isNegative() ? Duration.ZERO : trust;
      int waiting =
          workers.leave(theirs, left.compareTo(HANDOVER_GRACE) < 0 ? left : HANDOVER_GRACE);
      results.forget(gone);
      if (!lost) {
        results.awaitWritten(WRITE_LIMIT);
      }
      metrics.left(ledger.unfinished(gone));
      LOG.info("Gave up {} partitions and {} waiting requests", gone.size(), waiting);
    }

    @Override
    public String note(TopicPartition partition) {
      return handover.text(
          partition,
          workers.waits().stream()
              .filter(wait -> sites().partition(wait.site()) == partition.partition())
              .toList());
    }
  }

  /** Returns why the fetcher does not work now, one line each; empty if it works. */
  public List<String> problems() {
    String reason = fatal;
    if (reason != null) {
      return List.of("the fetcher stopped: " + reason);
    }
    List<String> problems = new ArrayList<>();
    if (!polling) {
      problems.add("the fetcher is not polling");
    }
    Stream.of(away, requests.problem(), results.problem())
        .filter(Objects::nonNull)
        .forEach(problems::add);
    return problems;
  }

  public long lag() {
    return requests.lag();
  }

  /**
   * Returns the activities whose progress is checked: the loop, the group membership and the
   * fetching. Slow hosts may delay a request up to its limit, so a fetcher without room for more
   * requests counts as idle.
   */
  public List<Activity> activities() {
    if (closing) {
      return List.of();
    }
    long lag = requests.lag();
    return List.of(
        new Activity("the fetcher's loop", true, rounds.get(), "its loop makes no rounds"),
        new Activity(
            "membership of the fetcher",
            true,
            requests.heartbeats(),
            "its group does not answer it"),
        new Activity(
            "the fetcher",
            lag > 0 && hasRoom(),
            taken.get(),
            lag + " records wait in " + Topics.FETCHES.name() + " and none is taken"));
  }

  public boolean alive() {
    return fatal == null && (closing || (loop.isAlive() && workers.alive()));
  }

  /** Stops fetching, waits briefly for requests in progress, and commits what is finished. */
  @Override
  public void close() {
    closing = true;
    try {
      if (!ended.await(closeLimit.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("The fetcher did not stop in time; its unfinished requests are fetched again");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
