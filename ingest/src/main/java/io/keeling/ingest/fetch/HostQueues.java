package io.keeling.ingest.fetch;

import io.keeling.ingest.fetch.FetchStep.Contact;
import io.keeling.ingest.fetch.WaitingHosts.Host;
import io.keeling.ingest.fetch.WorkerShares.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Queues jobs by host: the jobs of a host are done one at a time, with a pause between them. {@link
 * WorkerShares} decides which host may be next, so that unresponsive hosts do not delay those that
 * answer. Thread-safe.
 *
 * @param <J> the job
 */
final class HostQueues<J> {

  /** Number of hosts above which idle hosts past their pause are forgotten, to limit memory. */
  private static final int IDLE_HOSTS = 20_000;

  /**
   * A job and the right to contact its host, which is returned with {@link #release}.
   *
   * @param standing what is known of the host
   * @param waited how long the host has been ready
   */
  record Lease<J>(String host, J job, Standing standing, Duration waited) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Condition released = lock.newCondition();
  private final Map<String, Host<J>> hosts = new HashMap<>();
  private final WaitingHosts<J> waiting;
  private final WorkerShares shares;
  private int takers;
  private final BooleanSupplier room;
  private long allowedUntil = System.nanoTime() + Long.MAX_VALUE / 2;
  private boolean noRoom;
  private boolean closed;

  /**
   * @param shares used by this object alone
   * @param room whether there is room for the results of jobs; without room no job is leased. New
   *     room is noticed at the next {@link #allowFor}
   */
  HostQueues(WorkerShares shares, BooleanSupplier room) {
    this.shares = shares;
    this.room = room;
    this.waiting = new WaitingHosts<>(shares);
  }

  /** Queues a job behind the others of its host. */
  void add(String host, J job) {
    put(host, job, false, Duration.ZERO, Standing.NEW);
  }

  /**
   * Queues a job behind the others of its host.
   *
   * @param wait minimum time for which an idle host is left alone
   * @param standing assumed standing of a host that was not contacted lately
   */
  void add(String host, J job, Duration wait, Standing standing) {
    put(host, job, false, wait, standing);
  }

  /** Queues a job that has already begun, before the others of its host. */
  void addFirst(String host, J job, Duration wait) {
    put(host, job, true, wait, Standing.NEW);
  }

  private void put(String name, J job, boolean first, Duration wait, Standing standing) {
    lock.lock();
    try {
      if (hosts.size() > IDLE_HOSTS) {
        long now = System.nanoTime();
        hosts.values().removeIf(h -> h.running == null && h.jobs.isEmpty() && h.readyAt - now < 0);
      }
      Host<J> host = hosts.computeIfAbsent(name, n -> new Host<>(n, System.nanoTime(), standing));
      boolean idle = host.jobs.isEmpty() && host.running == null;
      if (first) {
        host.jobs.addFirst(job);
      } else {
        host.jobs.addLast(job);
      }
      if (idle) {
        long earliest = System.nanoTime() + wait.toNanos();
        host.readyAt = earliest - host.readyAt > 0 ? earliest : host.readyAt;
        enqueue(host);
      }
    } finally {
      lock.unlock();
    }
  }

  private void enqueue(Host<J> host) {
    waiting.add(host);
    changed.signal();
  }

  /** Waits for a job whose host may be contacted; returns null when closed. */
  @Nullable Lease<J> take() throws InterruptedException {
    lock.lock();
    takers++;
    try {
      while (!closed) {
        long now = System.nanoTime();
        noRoom = !room.getAsBoolean();
        Host<J> next = now - allowedUntil < 0 && !noRoom ? waiting.next(now) : null;
        long wait = next == null ? Long.MAX_VALUE : next.readyAt - now;
        if (next != null && wait <= 0) {
          return lease(next, now);
        }
        wait = Math.min(wait, shares.nanosUntilSlow(now));
        if (wait == Long.MAX_VALUE) {
          changed.await();
        } else {
          changed.awaitNanos(wait);
        }
      }
      return null;
    } finally {
      takers--;
      lock.unlock();
    }
  }

  private Lease<J> lease(Host<J> host, long now) {
    waiting.remove(host);
    shares.began(host.name, host.standing, now);
    J job = host.jobs.removeFirst();
    host.running = job;
    // Wakes another thread, which may have waited for this host and must look for another one.
    changed.signal();
    return new Lease<>(host.name, job, host.standing, Duration.ofNanos(now - host.readyAt));
  }

  /**
   * Returns the right to contact a host.
   *
   * @param pause how long the host is left alone now
   * @param contact how the host behaved
   */
  void release(String name, Duration pause, Contact contact) {
    lock.lock();
    try {
      Host<J> host = Objects.requireNonNull(hosts.get(name));
      shares.ended(name);
      if (contact != Contact.NONE) {
        host.standing = contact == Contact.FAILED ? Standing.FAILS : Standing.ANSWERS;
      }
      host.running = null;
      host.readyAt = System.nanoTime() + pause.toNanos();
      if (!host.jobs.isEmpty()) {
        enqueue(host);
      }
      changed.signal();
      released.signalAll();
    } finally {
      lock.unlock();
    }
  }

  List<J> drain(Predicate<J> wanted) {
    lock.lock();
    try {
      List<J> jobs = new ArrayList<>();
      for (Host<J> host : hosts.values()) {
        for (Iterator<J> i = host.jobs.iterator(); i.hasNext(); ) {
          J job = i.next();
          if (wanted.test(job)) {
            i.remove();
            jobs.add(job);
          }
        }
        if (host.jobs.isEmpty()) {
          waiting.remove(host);
        }
      }
      return jobs;
    } finally {
      lock.unlock();
    }
  }

  List<J> running(Predicate<J> wanted) {
    lock.lock();
    try {
      return runningNow(wanted);
    } finally {
      lock.unlock();
    }
  }

  /** Waits until no matching job is running; returns false after the time limit. */
  boolean awaitReleased(Predicate<J> wanted, Duration limit) {
    lock.lock();
    try {
      long nanos = limit.toNanos();
      while (!runningNow(wanted).isEmpty() && nanos > 0) {
        nanos = released.awaitNanos(nanos);
      }
      return runningNow(wanted).isEmpty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  private List<J> runningNow(Predicate<J> wanted) {
    List<J> jobs = new ArrayList<>();
    for (Host<J> host : hosts.values()) {
      if (host.running != null && wanted.test(host.running)) {
        jobs.add(host.running);
      }
    }
    return jobs;
  }

  /**
   * Allows hosts to be contacted for the given time. After that, no host may be contacted until the
   * next call.
   */
  void allowFor(Duration time) {
    lock.lock();
    try {
      long now = System.nanoTime();
      boolean stopped = now - allowedUntil >= 0 || noRoom;
      allowedUntil = now + time.toNanos();
      if (stopped) {
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Returns how long each host whose pause is not over must still be left alone. */
  Map<String, Duration> pauses() {
    lock.lock();
    try {
      long now = System.nanoTime();
      Map<String, Duration> pauses = new HashMap<>();
      for (Host<J> host : hosts.values()) {
        if (host.readyAt - now > 0) {
          pauses.put(host.name, Duration.ofNanos(host.readyAt - now));
        }
      }
      return pauses;
    } finally {
      lock.unlock();
    }
  }

  int takers() {
    lock.lock();
    try {
      return takers;
    } finally {
      lock.unlock();
    }
  }

  int busyHosts() {
    lock.lock();
    try {
      return (int)
          hosts.values().stream().filter(h -> h.running != null || !h.jobs.isEmpty()).count();
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
