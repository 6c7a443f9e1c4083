package io.keeling.bench.crawl;

import io.keeling.newsroom.log.LoggedRequest;
import io.keeling.newsroom.scale.ScalePress;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Watches a crawl from its first request on and says how fast it was. For one thread. */
final class CrawlWatch {

  /**
   * How often the processor time of the threads is read: a thread that ends in between is missed.
   */
  private static final Duration SAMPLE_INTERVAL = Duration.ofSeconds(1);

  /**
   * Time without a request after which nothing is left to fetch: a busy machine pauses for less.
   */
  private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(20);

  /** The longest waits that are shown one by one. */
  private static final int LONGEST_WAITS = 10;

  /** Two requests of a host, one after the other. */
  private record Wait(LoggedRequest before, LoggedRequest after) {
    double seconds() {
      return (after.receivedNanos() - before.receivedNanos()) / 1e9;
    }
  }

  private final ScalePress press;
  private final int hosts;
  private final Duration pause;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Map<Long, Long> seen = new HashMap<>();
  private final Map<String, Long> spent = new TreeMap<>();

  /**
   * @param hosts that answer
   * @param pause of a host
   */
  CrawlWatch(ScalePress press, int hosts, Duration pause) {
    this.press = press;
    this.hosts = hosts;
    this.pause = pause;
  }

  /** Watches for so long, or until nothing is left to fetch. */
  void run(Duration time) throws InterruptedException {
    while (press.requests().all().isEmpty()) {
      Thread.sleep(10);
    }
    sample();
    spent.clear();
    long start = press.requests().all().get(0).receivedNanos();
    long end = start + time.toNanos();
    int before = 0;
    for (long changed = start; System.nanoTime() - end < 0; ) {
      Thread.sleep(SAMPLE_INTERVAL.toMillis());
      sample();
      int now = press.requests().all().size();
      if (now != before) {
        changed = System.nanoTime();
      } else if (System.nanoTime() - changed > IDLE_TIMEOUT.toNanos()) {
        break;
      }
      before = now;
    }
    report(press.requests().all(), start);
  }

  private void sample() {
    for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (thread != null) {
        long cpu = Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
        Long before = seen.put(thread.getThreadId(), cpu);
        spent.merge(part(thread.getThreadName()), cpu - (before == null ? 0 : before), Long::sum);
      }
    }
  }

  /** What a thread works for. */
  private static String part(String name) {
    if (name.startsWith("keeling-fetch")) {
      return "fetch";
    }
    if (name.contains("StreamThread") && !name.contains("producer")) {
      return "read, frontier and stores";
    }
    if (name.startsWith("newsroom") || name.startsWith("HTTP-Dispatcher")) {
      return "the newsroom itself";
    }
    return name.contains("kafka") || name.contains("data-plane") || name.contains("producer")
        ? "Kafka, broker and clients"
        : "other";
  }

  private void report(List<LoggedRequest> requests, long start) {
    List<LoggedRequest> answered = requests.stream().filter(r -> r.status() == 200).toList();
    long last = answered.get(answered.size() - 1).receivedNanos();
    double seconds = (last - start) / 1e9;
    long pages = answered.stream().filter(r -> r.path().startsWith("/news/")).count();
    System.out.printf(
        "%.1f s: %d requests, %.1f a second; of them %d articles, %.1f a second%n",
        seconds, answered.size(), answered.size() / seconds, pages, pages / seconds);
    if (!pause.isZero()) {
      double ideal = hosts * seconds / (pause.toMillis() / 1e3);
      System.out.printf(
          "%.1f %% of the ideal of one request a host every %s%n",
          100 * answered.size() / ideal, pause);
    }
    latencies(answered, start);
    long all = spent.values().stream().mapToLong(Long::longValue).sum();
    System.out.printf(
        "processor: %.1f of %d cores busy%n",
        all / 1e9 / seconds, Runtime.getRuntime().availableProcessors());
    spent.forEach((part, nanos) -> System.out.printf("  %4.1f %% %s%n", 100.0 * nanos / all, part));
  }

  /** How long hosts that answer waited for us. */
  private static void latencies(List<LoggedRequest> answered, long start) {
    List<Double> first = new ArrayList<>();
    List<Double> next = new ArrayList<>();
    Map<String, LoggedRequest> before = new HashMap<>();
    List<Wait> waits = new ArrayList<>();
    for (LoggedRequest request : answered) {
      LoggedRequest last = before.put(request.host(), request);
      if (last == null) {
        first.add((request.receivedNanos() - start) / 1e9);
      } else {
        Wait wait = new Wait(last, request);
        waits.add(wait);
        next.add(wait.seconds());
      }
    }
    print("until the first request of a host", first);
    print("from one request of a host to its next", next);
    waits.sort(Comparator.comparingDouble(Wait::seconds).reversed());
    for (Wait wait : waits.subList(0, Math.min(LONGEST_WAITS, waits.size()))) {
      System.out.printf(
          "  %.2f s at %.1f s: %s%s, then %s%n",
          wait.seconds(),
          (wait.before.receivedNanos() - start) / 1e9,
          wait.before.host(),
          wait.before.path(),
          wait.after.path());
    }
  }

  private static void print(String what, List<Double> seconds) {
    Collections.sort(seconds);
    int last = seconds.size() - 1;
    System.out.printf(
        "%s: median %.2f s, 99 %% %.2f s, longest %.2f s%n",
        what, seconds.get(last / 2), seconds.get((int) (last * 0.99)), seconds.get(last));
  }
}
