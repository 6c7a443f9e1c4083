package io.keeling.ingest.fetch;

import io.keeling.contract.fetch.FetchOutcome;
import io.keeling.ingest.fetch.FetchStep.Contact;
import io.keeling.runtime.thread.Threads;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The fetching threads, as many as are needed. Each takes the site that may be requested next and
 * makes one exchange with it. Thread-safe.
 */
final class FetchWorkers implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FetchWorkers.class);

  /** How long to wait for the end of a cut exchange; its thread only has to notice the cut. */
  private static final Duration CUT_LIMIT = Duration.ofSeconds(2);

  /**
   * Pause between two attempts to cut an exchange. The first attempt may come just before the
   * exchange begins, and then has no effect.
   */
  private static final Duration CUT_RETRY = Duration.ofMillis(50);

  /** How long a site is left alone after a bug of ours. */
  private static final Duration AFTER_FAULT = Duration.ofSeconds(1);

  private final HostQueues<FetchJob> queues;
  private final FetchSteps steps;
  private final InstantSource clock;
  private final Handover handover;
  private final SiteRests rests;
  private final Consumer<Thread> cut;
  private final FetchMetrics metrics;
  private final BiConsumer<FetchJob, FetchResult> finished;
  private final Predicate<FetchJob> handedOn;
  private final ConcurrentMap<FetchJob, Thread> underWay = new ConcurrentHashMap<>();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final int most;

  /**
   * @param shares decides which hosts may be requested at the same time
   * @param cut cuts the exchange of a worker's thread
   * @param finished receives the result of a job, on a worker's thread
   * @param handedOn hands a job to another partition if its next exchange belongs there
   * @param room whether there is room for the pages of more exchanges
   */
  FetchWorkers(
      WorkerShares shares,
      FetchSteps steps,
      Handover handover,
      InstantSource clock,
      Consumer<Thread> cut,
      FetchMetrics metrics,
      BiConsumer<FetchJob, FetchResult> finished,
      Predicate<FetchJob> handedOn,
      BooleanSupplier room) {
    this.queues = new HostQueues<>(shares, room);
    this.most = shares.limit();
    this.steps = steps;
    this.handover = handover;
    this.rests = new SiteRests(handover, clock);
    this.clock = clock;
    this.cut = cut;
    this.metrics = metrics;
    this.finished = finished;
    this.handedOn = handedOn;
    grow();
  }

  private synchronized void grow() {
    if (threads.size() < most) {
      Thread thread = Threads.daemon("keeling-fetch-" + threads.size(), this::work);
      thread.start();
      // Added after the start, so that the list has only started threads.
      threads.add(thread);
    }
  }

  void add(FetchJob job) {
    String site = job.nextSite();
    queues.add(site, job, handover.remaining(job.partition, site), job.standing());
  }

  /**
   * Allows requests to sites for the given time. After that, no request is sent until the next
   * call.
   */
  void allowFor(Duration time) {
    queues.allowFor(time);
  }

  /**
   * Gives up jobs that another process will do: waiting jobs are dropped, those in progress end or
   * are cut. When this method returns, no request to their sites is in progress.
   *
   * @param grace how long an exchange may take to end by itself
   * @return number of waiting jobs dropped
   */
  int leave(Predicate<FetchJob> jobs, Duration grace) {
    int waiting = queues.drain(jobs).size();
    queues.running(jobs).forEach(job -> job.end(FetchJob.Ending.LEAVE));
    // A job whose exchange ended between the two calls is waiting again, for its next exchange.
    waiting += queues.drain(jobs).size();
    if (!queues.awaitReleased(jobs, grace)) {
      long deadline = System.nanoTime() + CUT_LIMIT.toNanos();
      do {
        queues.running(jobs).forEach(this::cut);
      } while (!queues.awaitReleased(jobs, CUT_RETRY) && System.nanoTime() - deadline < 0);
    }
    return waiting;
  }

  /** Cuts all exchanges in progress; their jobs are repeated once sites may be requested again. */
  void interrupt() {
    for (FetchJob job : queues.running(job -> job.ending() == FetchJob.Ending.NONE)) {
      job.end(FetchJob.Ending.REPEAT);
      cut(job);
    }
  }

  private void cut(FetchJob job) {
    Thread thread = underWay.get(job);
    if (thread != null) {
      cut.accept(thread);
    }
  }

  List<Handover.Wait> waits() {
    Instant now = clock.instant();
    List<Handover.Wait> waits = new ArrayList<>();
    queues
        .pauses()
        .forEach((site, pause) -> waits.add(new Handover.Wait(site, now.plus(pause), false)));
    waits.addAll(rests.waits());
    return waits;
  }

  int busyHosts() {
    return queues.busyHosts();
  }

  boolean alive() {
    return threads.stream().allMatch(Thread::isAlive);
  }

  private void work() {
    try {
      for (var lease = queues.take(); lease != null; lease = queues.take()) {
        if (queues.takers() == 0) {
          grow();
        }
        work(lease);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void work(HostQueues.Lease<FetchJob> lease) {
    FetchJob job = lease.job();
    metrics.waited(lease.standing(), lease.waited());
    if (job.ending() == FetchJob.Ending.LEAVE) {
      queues.release(lease.host(), Duration.ZERO, Contact.NONE);
      return;
    }
    Instant rest = rests.until(job.partition, lease.host());
    FetchStep step =
        rest == null
            ? step(job)
            : new FetchStep(
                FetchResult.failed(FetchOutcome.RATE_LIMITED, 0, "the host asked for a rest", rest),
                Duration.ZERO,
                Contact.NONE);
    FetchResult result = step.result();
    if (result != null && result.outcome() == FetchOutcome.RATE_LIMITED && result.status() != 0) {
      rests.put(lease.host(), Objects.requireNonNull(result.retryAt()));
    }
    boolean cutShort = step.contact() == Contact.FAILED && job.ending() != FetchJob.Ending.NONE;
    Contact contact = cutShort ? Contact.NONE : step.contact();
    if (job.ending() == FetchJob.Ending.LEAVE && (result == null || cutShort)) {
      queues.release(lease.host(), step.pause(), contact);
      return;
    }
    if (result == null || cutShort) {
      job.again();
      if (!handedOn.test(job)) {
        // The job is queued before its host is released, so that it is never missing from the
        // queues.
        queues.addFirst(job.nextSite(), job, handover.remaining(job.partition, job.nextSite()));
        if (job.ending() == FetchJob.Ending.LEAVE) {
          queues.drain(job::equals);
        }
      }
    } else {
      finished.accept(job, result);
    }
    queues.release(lease.host(), step.pause(), contact);
  }

  private FetchStep step(FetchJob job) {
    underWay.put(job, Thread.currentThread());
    try {
      return steps.step(job);
    } catch (RuntimeException e) {
      LOG.error("Fetching {} failed", OneLine.of(job.page().text()), e);
      return new FetchStep(
          FetchResult.failed(
              FetchOutcome.UNREACHABLE, 0, "internal error: " + e.getClass().getSimpleName()),
          AFTER_FAULT,
          Contact.NONE);
    } finally {
      underWay.remove(job);
    }
  }

  /** Ends the threads. An exchange in progress ends when its connection is cut. */
  @Override
  public void close() {
    queues.close();
  }

  void awaitEnd(Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    for (Thread thread : threads) {
      long millis = Math.max(1, (deadline - System.nanoTime()) / 1_000_000);
      thread.join(millis);
    }
  }
}
