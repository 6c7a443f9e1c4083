package io.keeling.newsroom.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every request the newsroom got, so that a test can ask how polite its client was. Threads may
 * share it. Keeps the last {@link #CAPACITY} requests.
 */
public final class RequestLog {

  /** Requests kept; about 50 MB when full, more than any test or demo makes. */
  public static final int CAPACITY = 100_000;

  private final LinkedHashMap<Long, LoggedRequest> requests = new LinkedHashMap<>();
  private long next;

  /** Writes down a request that came in and returns the number to close it with. */
  public synchronized long open(LoggedRequest request) {
    if (requests.size() == CAPACITY) {
      var oldest = requests.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
    long number = next++;
    requests.put(number, request);
    return number;
  }

  /** Writes down how a request ended. */
  public synchronized void close(long number, int status, long nanos, boolean aborted) {
    requests.computeIfPresent(number, (n, request) -> request.finished(status, nanos, aborted));
  }

  /** All requests, in the order in which they came. */
  public synchronized List<LoggedRequest> all() {
    return List.copyOf(requests.values());
  }

  /** The requests to one host, in the order in which they came. */
  public List<LoggedRequest> of(String host) {
    return all().stream().filter(request -> request.host().equals(host)).toList();
  }

  /** The hosts that were asked for anything. */
  public Set<String> hosts() {
    Set<String> hosts = new TreeSet<>();
    all().forEach(request -> hosts.add(request.host()));
    return hosts;
  }

  /** How often a path of a host was asked for. */
  public long count(String host, String path) {
    return of(host).stream().filter(request -> request.path().equals(path)).count();
  }

  /** How often each path of a host was asked for. */
  public Map<String, Integer> counts(String host) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    of(host).forEach(request -> counts.merge(request.path(), 1, Integer::sum));
    return counts;
  }

  /**
   * How many requests to one host were open at once at most. Requests that the client gave up on
   * are left out: the server writes on for a moment after the client has gone.
   */
  public int mostAtOnce(String host) {
    List<long[]> changes = new ArrayList<>();
    for (LoggedRequest request : of(host)) {
      if (!request.aborted()) {
        changes.add(new long[] {request.receivedNanos(), 1});
        Long finished = request.finishedNanos();
        if (finished != null) {
          changes.add(new long[] {finished, -1});
        }
      }
    }
    changes.sort((a, b) -> a[0] != b[0] ? Long.signum(a[0] - b[0]) : Long.compare(a[1], b[1]));
    int open = 0;
    int most = 0;
    for (long[] change : changes) {
      open += (int) change[1];
      most = Math.max(most, open);
    }
    return most;
  }

  /**
   * The shortest time between the end of one request to a host and the start of the next; empty
   * with fewer than two requests. Negative if they overlapped. A pause after a request that the
   * client gave up on is left out, as its end is not known.
   */
  public Optional<Duration> smallestPause(String host) {
    List<LoggedRequest> inOrder = of(host);
    Long smallest = null;
    for (int i = 1; i < inOrder.size(); i++) {
      LoggedRequest before = inOrder.get(i - 1);
      Long finished = before.finishedNanos();
      if (finished != null && !before.aborted()) {
        long pause = inOrder.get(i).receivedNanos() - finished;
        smallest = smallest == null ? pause : Math.min(smallest, pause);
      }
    }
    return Optional.ofNullable(smallest).map(Duration::ofNanos);
  }

  /** Whether {@code /robots.txt} was the first thing a host was asked for. */
  public boolean robotsCameFirst(String host) {
    List<LoggedRequest> inOrder = of(host);
    return !inOrder.isEmpty() && inOrder.get(0).path().equals("/robots.txt");
  }

  /** Forgets everything, so that a test can look at what comes next alone. */
  public synchronized void clear() {
    requests.clear();
  }
}
