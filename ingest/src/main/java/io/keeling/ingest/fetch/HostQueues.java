package io.keeling.ingest.fetch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps hosts apart: what is to be done for one host waits in its own queue, is done one at a time,
 * and with a pause between. Hosts that lately failed to answer share at most half of the workers,
 * so that any number of hanging hosts leaves the other half to those that answer. Threads share it.
 *
 * @param <J> what is to be done
 */
final class HostQueues<J> {

  /** Idle hosts remembered before those whose pause is over are forgotten. */
  private static final int IDLE_HOSTS = 20_000;

  private static final class Host<J> {
    final String name;
    final Deque<J> jobs = new ArrayDeque<>();
    long readyAt;
    boolean running;
    boolean suspect;

    Host(String name, long readyAt) {
      this.name = name;
      this.readyAt = readyAt;
    }
  }

  /** A job and the right to ask its host; to be given back with {@link #release}. */
  record Lease<J>(String host, J job) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<String, Host<J>> hosts = new HashMap<>();
  private final PriorityQueue<Host<J>> healthy = queue();
  private final PriorityQueue<Host<J>> suspect = queue();
  private final int suspectLimit;
  private int suspectsRunning;
  private boolean closed;

  /**
   * @param workers how many threads take from the queues
   */
  HostQueues(int workers) {
    this.suspectLimit = Math.max(1, workers / 2);
  }

  private static <J> PriorityQueue<Host<J>> queue() {
    return new PriorityQueue<>(Comparator.comparingLong((Host<J> h) -> h.readyAt));
  }

  /** Puts a job behind the others of its host. */
  void add(String host, J job) {
    put(host, job, false);
  }

  /** Puts a job before the others of its host: one that has begun. */
  void addFirst(String host, J job) {
    put(host, job, true);
  }

  private void put(String name, J job, boolean first) {
    lock.lock();
    try {
      if (hosts.size() > IDLE_HOSTS) {
        long now = System.nanoTime();
        hosts.values().removeIf(h -> !h.running && h.jobs.isEmpty() && h.readyAt - now < 0);
      }
      Host<J> host = hosts.computeIfAbsent(name, n -> new Host<>(n, System.nanoTime()));
      boolean idle = host.jobs.isEmpty() && !host.running;
      if (first) {
        host.jobs.addFirst(job);
      } else {
        host.jobs.addLast(job);
      }
      if (idle) {
        enqueue(host);
      }
    } finally {
      lock.unlock();
    }
  }

  private void enqueue(Host<J> host) {
    (host.suspect ? suspect : healthy).add(host);
    changed.signal();
  }

  /** Waits for a job whose host may be asked; null when closed. */
  @Nullable Lease<J> take() throws InterruptedException {
    lock.lock();
    try {
      while (!closed) {
        long now = System.nanoTime();
        Host<J> host = healthy.peek();
        if (host != null && host.readyAt - now <= 0) {
          return lease(healthy.remove());
        }
        long wait = host == null ? Long.MAX_VALUE : host.readyAt - now;
        Host<J> slow = suspectsRunning < suspectLimit ? suspect.peek() : null;
        if (slow != null && slow.readyAt - now <= 0) {
          suspectsRunning++;
          return lease(suspect.remove());
        }
        wait = slow == null ? wait : Math.min(wait, slow.readyAt - now);
        if (wait == Long.MAX_VALUE) {
          changed.await();
        } else {
          changed.awaitNanos(wait);
        }
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  private Lease<J> lease(Host<J> host) {
    host.running = true;
    // Whoever waits for this host's moment must look for the next one.
    changed.signal();
    return new Lease<>(host.name, host.jobs.removeFirst());
  }

  /**
   * Gives a host back.
   *
   * @param pause how long the host is left alone now
   * @param failing whether it failed to answer
   */
  void release(String name, Duration pause, boolean failing) {
    lock.lock();
    try {
      Host<J> host = hosts.get(name);
      if (host.suspect) {
        suspectsRunning--;
      }
      host.suspect = failing;
      host.running = false;
      host.readyAt = System.nanoTime() + pause.toNanos();
      if (!host.jobs.isEmpty()) {
        enqueue(host);
      }
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Takes out all waiting jobs that fit. */
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
          (host.suspect ? suspect : healthy).remove(host);
        }
      }
      return jobs;
    } finally {
      lock.unlock();
    }
  }

  /** Hosts with something to do. */
  int busyHosts() {
    lock.lock();
    try {
      return (int) hosts.values().stream().filter(h -> h.running || !h.jobs.isEmpty()).count();
    } finally {
      lock.unlock();
    }
  }

  /** Lets every worker's {@link #take} return null. */
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
