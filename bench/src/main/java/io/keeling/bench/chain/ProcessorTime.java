package io.keeling.bench.chain;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which part of this process has had how much of the processor, told by the names of its threads
 * and by the processes that it started, looked at five times a second. Threads may share it.
 */
final class ProcessorTime implements AutoCloseable {

  /** How often it looks, in milliseconds. Chosen: what ends in between is counted as the JVM's. */
  private static final long INTERVAL = 200;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Map<Long, Long> ofThreads = new HashMap<>();
  private final Map<Long, Long> ofProcesses = new HashMap<>();
  private final Map<String, Long> spent = new TreeMap<>();
  private final Thread looking = new Thread(this::look, "processor-time");
  private long processBefore;
  private volatile boolean open = true;

  ProcessorTime() {
    sample();
    spent.clear();
    processBefore = process();
    looking.setDaemon(true);
    looking.start();
  }

  private static long process() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private void look() {
    try {
      while (open) {
        Thread.sleep(INTERVAL);
        sample();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void sample() {
    for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (thread != null) {
        long id = thread.getThreadId();
        add(part(thread.getThreadName()), ofThreads, id, threads.getThreadCpuTime(id));
      }
    }
    ProcessHandle.current()
        .descendants()
        .forEach(
            child ->
                add(
                    "PostgreSQL",
                    ofProcesses,
                    child.pid(),
                    child.info().totalCpuDuration().map(Duration::toNanos).orElse(0L)));
  }

  private void add(String part, Map<Long, Long> seen, long id, long now) {
    Long before = seen.put(id, Math.max(0, now));
    spent.merge(part, Math.max(0, now - (before == null ? 0 : before)), Long::sum);
  }

  /** What a thread works for. */
  private static String part(String name) {
    if (name.startsWith("keeling-record-")) {
      return "reading and tagging";
    }
    if (name.contains("keeling-ingest") || name.contains("keeling-fetch")) {
      return "ingest";
    }
    if (name.contains("keeling-enrich")) {
      return "enrich";
    }
    if (name.contains("sink")) {
      return "sink";
    }
    return name.contains("kafka")
            || name.contains("data-plane")
            || name.contains("raft")
            || name.contains("group-coordinator")
        ? "Kafka"
        : "other, the import itself among it";
  }

  /** Nanoseconds by part since it was made; "JVM" is what no thread of Java had. */
  synchronized Map<String, Long> spent() {
    sample();
    Map<String, Long> all = new TreeMap<>(spent);
    long java =
        all.entrySet().stream()
            .filter(part -> !part.getKey().equals("PostgreSQL"))
            .mapToLong(Map.Entry::getValue)
            .sum();
    all.put("JVM: compiling, collecting", Math.max(0, process() - processBefore - java));
    return all;
  }

  @Override
  public void close() {
    open = false;
    looking.interrupt();
  }
}
