package io.keeling.ingest.fetch;

import io.keeling.ingest.fetch.FetchResult.RateLimited;
import io.keeling.ingest.fetch.FetchResult.Unreachable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that fetch. Each takes whichever host may be asked next and makes one exchange with
 * it. Threads may share it.
 */
final class FetchWorkers implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FetchWorkers.class);

  /** Hosts at rest remembered before those whose rest is over are forgotten. */
  private static final int RESTS = 10_000;

  private final HostQueues<FetchJob> queues;
  private final FetchSteps steps;
  private final InstantSource clock;
  private final BiConsumer<FetchJob, FetchResult> finished;
  private final ConcurrentMap<String, Instant> rests = new ConcurrentHashMap<>();
  private final List<Thread> threads = new ArrayList<>();

  /**
   * @param count how many threads
   * @param finished told each result, on a worker's thread
   */
  FetchWorkers(
      int count,
      FetchSteps steps,
      InstantSource clock,
      BiConsumer<FetchJob, FetchResult> finished) {
    this.queues = new HostQueues<>(count);
    this.steps = steps;
    this.clock = clock;
    this.finished = finished;
    for (int i = 0; i < count; i++) {
      Thread thread = new Thread(this::work, "keeling-fetch-" + i);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
  }

  void add(FetchJob job) {
    queues.add(job.nextHost(), job);
  }

  /** Takes out jobs that wait for their first or next exchange. */
  List<FetchJob> drain(Predicate<FetchJob> wanted) {
    return queues.drain(wanted);
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
        work(lease);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void work(HostQueues.Lease<FetchJob> lease) {
    FetchJob job = lease.job();
    FetchStep step;
    Instant rest = rest(lease.host());
    if (rest != null) {
      step =
          new FetchStep.Done(new RateLimited(0, rest, "the host asked for a rest"), Duration.ZERO);
    } else {
      step = step(job);
    }
    FetchResult result = step instanceof FetchStep.Done done ? done.result() : null;
    if (result instanceof RateLimited limited && limited.status() != 0) {
      remember(lease.host(), limited.until());
    }
    // A status means that the host is there, however unwell.
    boolean failing = result instanceof Unreachable unreachable && unreachable.status() == 0;
    queues.release(lease.host(), step.pause(), failing);
    if (result == null) {
      queues.addFirst(job.nextHost(), job);
    } else {
      finished.accept(job, result);
    }
  }

  private FetchStep step(FetchJob job) {
    try {
      return steps.step(job);
    } catch (RuntimeException e) {
      LOG.error("Fetching {} failed", OneLine.of(job.page().text()), e);
      return new FetchStep.Done(
          new Unreachable(0, null, "internal error: " + e.getClass().getSimpleName()),
          Duration.ofSeconds(1));
    }
  }

  private @Nullable Instant rest(String host) {
    Instant until = rests.get(host);
    if (until != null && !clock.instant().isBefore(until)) {
      rests.remove(host, until);
      return null;
    }
    return until;
  }

  private void remember(String host, Instant until) {
    Instant now = clock.instant();
    if (rests.size() > RESTS) {
      rests.values().removeIf(u -> u.isBefore(now));
    }
    rests.put(host, until);
  }

  /** Ends the threads; an exchange under way ends when its connection is cut. */
  @Override
  public void close() {
    queues.close();
  }

  /** Waits for the threads to end, for at most so long. */
  void awaitEnd(Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    for (Thread thread : threads) {
      long millis = Math.max(1, (deadline - System.nanoTime()) / 1_000_000);
      thread.join(millis);
    }
  }
}
