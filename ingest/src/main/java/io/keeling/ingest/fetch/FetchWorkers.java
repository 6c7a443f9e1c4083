package io.keeling.ingest.fetch;

import io.keeling.ingest.fetch.FetchResult.RateLimited;
import io.keeling.ingest.fetch.FetchResult.Unreachable;
import io.keeling.ingest.fetch.FetchStep.Contact;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that fetch, as many as are needed. Each takes whichever site may be asked next and
 * makes one exchange with it. Threads may share it. The times were chosen, each for the reason
 * beside it.
 */
final class FetchWorkers implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FetchWorkers.class);

  /** How long an exchange that was cut may take to end; nothing is waited for but the thread. */
  private static final Duration CUT_LIMIT = Duration.ofSeconds(2);

  /** How long after a cut the next one is made, as one may come just before the exchange begins. */
  private static final Duration CUT_RETRY = Duration.ofMillis(50);

  /** How long a site is left alone after a fault of ours, which no setting is to mend. */
  private static final Duration AFTER_FAULT = Duration.ofSeconds(1);

  private final HostQueues<FetchJob> queues;
  private final FetchSteps steps;
  private final InstantSource clock;
  private final Handover handover;
  private final SiteRests rests;
  private final Consumer<Thread> cut;
  private final Listener listener;
  private final ConcurrentMap<FetchJob, Thread> underWay = new ConcurrentHashMap<>();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final int most;

  /** What the workers tell; on a worker's thread. */
  interface Listener {
    /** A host is asked that might have been asked so long ago, had there been a worker for it. */
    void waited(WorkerShares.Standing standing, Duration time);

    /** A job is over. */
    void finished(FetchJob job, FetchResult result);

    /** A job goes on; true if it was handed to the partition that speaks for its next site. */
    boolean handedOn(FetchJob job);
  }

  /**
   * @param shares which hosts may be asked at once
   * @param cut ends what a worker's thread asks for
   * @param room whether there is room for what more exchanges bring
   */
  FetchWorkers(
      WorkerShares shares,
      FetchSteps steps,
      Handover handover,
      InstantSource clock,
      Consumer<Thread> cut,
      Listener listener,
      BooleanSupplier room) {
    this.queues = new HostQueues<>(shares, room);
    this.most = shares.limit();
    this.steps = steps;
    this.handover = handover;
    this.rests = new SiteRests(handover, clock);
    this.clock = clock;
    this.cut = cut;
    this.listener = listener;
    grow();
  }

  /** Starts one more thread, unless there are enough. */
  private synchronized void grow() {
    if (threads.size() < most) {
      Thread thread = new Thread(this::work, "keeling-fetch-" + threads.size());
      thread.setDaemon(true);
      thread.start();
      // Only now, for every thread in the list is to be alive.
      threads.add(thread);
    }
  }

  void add(FetchJob job) {
    String site = job.nextSite();
    queues.add(site, job, handover.remaining(job.partition(), site), job.standing());
  }

  /**
   * Lets sites be asked for so long from now; after that none is asked until this is called again.
   */
  void allowFor(Duration time) {
    queues.allowFor(time);
  }

  /**
   * Gives up jobs that another process will do: those that wait are dropped, those under way end by
   * themselves or are cut. When it returns, their sites are not being asked any more.
   *
   * @param grace how long an exchange may take to end by itself
   * @return how many were dropped waiting
   */
  int leave(Predicate<FetchJob> jobs, Duration grace) {
    int waiting = queues.drain(jobs).size();
    queues.running(jobs).forEach(job -> job.end(FetchJob.Ending.LEAVE));
    // A job that went on between the two is waiting again.
    waiting += queues.drain(jobs).size();
    if (!queues.awaitReleased(jobs, grace)) {
      long deadline = System.nanoTime() + CUT_LIMIT.toNanos();
      do {
        queues.running(jobs).forEach(this::cut);
      } while (!queues.awaitReleased(jobs, CUT_RETRY) && System.nanoTime() - deadline < 0);
    }
    return waiting;
  }

  /** Cuts what is under way; it is done again when sites may be asked again. */
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

  /** The sites that are to be left alone for a while. */
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
    listener.waited(lease.standing(), lease.waited());
    if (job.ending() == FetchJob.Ending.LEAVE) {
      queues.release(lease.host(), Duration.ZERO, Contact.NONE);
      return;
    }
    Instant rest = rests.until(job.partition(), lease.host());
    FetchStep step =
        rest == null
            ? step(job)
            : new FetchStep.Done(
                new RateLimited(0, rest, "the host asked for a rest"), Duration.ZERO, Contact.NONE);
    FetchResult result = step instanceof FetchStep.Done done ? done.result() : null;
    if (result instanceof RateLimited limited && limited.status() != 0) {
      rests.put(lease.host(), limited.until());
    }
    boolean cutShort = step.contact() == Contact.FAILED && job.ending() != FetchJob.Ending.NONE;
    Contact contact = cutShort ? Contact.NONE : step.contact();
    if (job.ending() == FetchJob.Ending.LEAVE && (result == null || cutShort)) {
      queues.release(lease.host(), step.pause(), contact);
      return;
    }
    if (result == null || cutShort) {
      job.again();
      if (!listener.handedOn(job)) {
        // Before the release, so that the job is never in nobody's hands.
        queues.addFirst(job.nextSite(), job, handover.remaining(job.partition(), job.nextSite()));
        if (job.ending() == FetchJob.Ending.LEAVE) {
          queues.drain(job::equals);
        }
      }
    } else {
      listener.finished(job, result);
    }
    queues.release(lease.host(), step.pause(), contact);
  }

  private FetchStep step(FetchJob job) {
    underWay.put(job, Thread.currentThread());
    try {
      return steps.step(job);
    } catch (RuntimeException e) {
      LOG.error("Fetching {} failed", OneLine.of(job.page().text()), e);
      return new FetchStep.Done(
          new Unreachable(0, null, "internal error: " + e.getClass().getSimpleName()),
          AFTER_FAULT,
          Contact.NONE);
    } finally {
      underWay.remove(job);
    }
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
