package io.keeling.ingest.fetch;

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
 * Fetches what {@code keeling.fetches} asks for and records in {@code keeling.pages} what came of
 * it: the only part of ingest that reaches out to the web. Threads may share it. The times were
 * chosen, each for the reason beside it.
 *
 * <p>Every request ends in exactly one page record, or more than one if a process dies between
 * writing the page and committing the request.
 */
public final class Fetcher implements AutoCloseable {

  /** The consumer group of all fetchers. */
  public static final String GROUP = FetchRequests.GROUP;

  private static final Logger LOG = LoggerFactory.getLogger(Fetcher.class);

  /**
   * How long a write that Kafka did not take waits before it is tried again. The producer itself
   * has tried for two minutes before ({@code delivery.timeout.ms}).
   */
  private static final Duration WRITE_RETRY = Duration.ofSeconds(1);

  /** How long the fetcher waits where the broker cannot be asked for requests. */
  private static final Duration POLL_RETRY = Duration.ofMillis(500);

  /** How long pages may take to be safe when their partition goes to another process. */
  private static final Duration WRITE_LIMIT = Duration.ofSeconds(1);

  /**
   * How long a request under way may take to end by itself when its partition goes to another
   * process, before it is cut and left to that one. Chosen: all processes wait for it.
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

  /** How often the loop came round, and how many requests it took. */
  private final AtomicLong rounds = new AtomicLong();

  private final AtomicLong taken = new AtomicLong();

  /** Why the last poll failed; null if it did not. */
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
            new Listening(),
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

  /** Starts fetching, and tells of no steps. */
  public static Fetcher start(
      KafkaConnection kafka,
      IngestConfig config,
      RecordDeadline deadline,
      HttpExchange http,
      MeterRegistry meters) {
    return start(kafka, config, deadline, http, meters, Tracing.OFF);
  }

  /**
   * Starts fetching.
   *
   * @param deadline of the reading of a robots.txt
   * @param http how pages are asked for; closed with the fetcher
   * @param tracing told of fetches
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
      // Also an Error: whoever watches asks alive(), and nobody else hears of it.
      if (FailureKind.of(e) == FailureKind.MISCONFIGURED) {
        fatal = FailureKind.line(e);
        LOG.error("The fetcher stops: {}", fatal);
      } else {
        fatal = "unexpected " + e.getClass().getSimpleName() + ", see the log";
        LOG.error("The fetcher cannot go on", e);
      }
    } finally {
      polling = false;
      closing = true;
      finishAndCommit();
      ended.countDown();
    }
  }

  /** Takes requests; none where the broker is away, which is waited for. */
  private ConsumerRecords<String, byte[]> poll() {
    try {
      ConsumerRecords<String, byte[]> records = requests.poll(hasRoom());
      away = null;
      return records;
    } catch (KafkaException e) {
      if (FailureKind.of(e) != FailureKind.TRANSIENT) {
        throw e;
      }
      away = "the fetcher cannot take requests: " + FailureKind.line(e);
      LOG.warn("Cannot take requests, trying again: {}", FailureKind.line(e));
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
      // Some end by themselves; the others do when their connections are cut.
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

  /** Hands a job on if its next exchange is another partition's. */
  private boolean handedOn(FetchJob job) {
    Sites all = sites();
    if (all.isOwn(job)) {
      return false;
    }
    metrics.handedOn(job);
    results.handOn(job, all);
    return true;
  }

  /** Known by the time the first record comes. */
  private Sites sites() {
    Sites known = sites;
    if (known == null) {
      known = new Sites(requests.partitions());
      sites = known;
    }
    return known;
  }

  private void finished(FetchJob job, FetchResult result) {
    if (closing
        && result instanceof FetchResult.Unreachable unreachable
        && unreachable.status() == 0) {
      // Cut off by our own end, most likely; uncommitted, it is fetched again after the next start.
      return;
    }
    metrics.finished(job, result, Duration.ofNanos(System.nanoTime() - job.startedNanos()));
    results.write(job, result);
  }

  /** Tells the fetcher's other parts what the workers did. */
  private final class Listening implements FetchWorkers.Listener {
    @Override
    public void waited(WorkerShares.Standing standing, Duration time) {
      metrics.waited(standing, time);
    }

    @Override
    public void finished(FetchJob job, FetchResult result) {
      Fetcher.this.finished(job, result);
    }

    @Override
    public boolean handedOn(FetchJob job) {
      return Fetcher.this.handedOn(job);
    }
  }

  /** Takes partitions over and gives them up in good order; on the fetcher's thread. */
  private final class Owning implements FetchRequests.Owner {
    @Override
    public void assigned(TopicPartition partition, @Nullable String note) {
      handover.assigned(partition, note);
    }

    @Override
    public void leave(Collection<TopicPartition> gone, boolean lost) {
      Predicate<FetchJob> theirs = job -> gone.contains(job.partition());
      Duration trust = requests.trust();
      // Past the trust in the session another instance may have the partitions already.
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

  /** What keeps the fetcher from doing its work now; empty if nothing does. */
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

  /** Requests in its partitions that it has not taken, as of the last that it took. */
  public long lag() {
    return requests.lag();
  }

  /**
   * What it is at, now. Requests under way may take their time: how long hosts let them wait is the
   * hosts' affair, and each has a limit. So without room for more there is nothing to do.
   */
  public List<Activity> activities() {
    if (closing) {
      return List.of();
    }
    long lag = requests.lag();
    return List.of(
        new Activity("the fetcher's loop", true, rounds.get(), "it does not come round"),
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

  /** False when the fetcher has stopped for good without being asked to. */
  public boolean alive() {
    return fatal == null && (closing || (loop.isAlive() && workers.alive()));
  }

  /** Stops fetching, waits a little for what is under way, and commits what is finished. */
  @Override
  public void close() {
    closing = true;
    try {
      if (!ended.await(closeLimit.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("The fetcher did not end in time; what it had not finished is fetched again");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
