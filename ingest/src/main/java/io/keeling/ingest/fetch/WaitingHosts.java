package io.keeling.ingest.fetch;

import io.keeling.ingest.fetch.WorkerShares.Standing;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Hosts with jobs, in the order in which they may be contacted. Used by one thread at a time.
 *
 * @param <J> the job
 */
final class WaitingHosts<J> {

  static final class Host<J> {
    final String name;
    final Deque<J> jobs = new ArrayDeque<>();

    /** The {@link System#nanoTime} from which the host may be contacted; constant in a queue. */
    long readyAt;

    @Nullable J running;

    /** What is known of the host; constant while the host waits. */
    Standing standing;

    Host(String name, long readyAt, Standing standing) {
      this.name = name;
      this.readyAt = readyAt;
      this.standing = standing;
    }
  }

  private final Map<Standing, PriorityQueue<Host<J>>> queues = new EnumMap<>(Standing.class);
  private final WorkerShares shares;

  WaitingHosts(WorkerShares shares) {
    this.shares = shares;
    for (Standing standing : Standing.values()) {
      queues.put(standing, new PriorityQueue<>(Comparator.comparingLong((Host<J> h) -> h.readyAt)));
    }
  }

  private PriorityQueue<Host<J>> queue(Standing standing) {
    return Objects.requireNonNull(queues.get(standing));
  }

  void add(Host<J> host) {
    queue(host.standing).add(host);
  }

  void remove(Host<J> host) {
    queue(host.standing).remove(host);
  }

  /**
   * Returns the host that may be contacted first, even if its pause is not over yet; null if no
   * host waits or there is no room for a request.
   */
  @Nullable Host<J> next(long now) {
    Host<J> next = null;
    for (Standing standing : Standing.values()) {
      Host<J> host = queue(standing).peek();
      if (host != null
          && shares.admits(standing, now)
          && (next == null || host.readyAt - next.readyAt < 0)) {
        next = host;
      }
    }
    return next;
  }
}
