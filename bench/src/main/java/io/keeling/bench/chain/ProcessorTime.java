package io.keeling.bench.chain;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How much processor time this process and PostgreSQL took since some moment, and which threads of
 * this process took it. It is what a busy machine leaves comparable where the time of the clock is
 * not. Linux only; for one thread. Times are those of {@code /proc} (proc(5)), in hundredths of a
 * second.
 */
final class ProcessorTime {

  /** Clock ticks of {@code /proc} in a second: the same on all Linux systems that Java runs on. */
  private static final double TICKS = 100;

  /**
   * Fields of {@code stat} behind the name, of which the 12th and 13th are user and system time.
   */
  private static final int USER = 11;

  private static final Path THREADS = Path.of("/proc/self/task");

  private static final String OWN = "the benchmark itself";

  /** Beginnings of threads' names, of which Linux keeps 15 characters, and what they work for. */
  private static final Map<String, String> PARTS =
      Map.ofEntries(
          Map.entry("keeling-record-", "reading and tagging"),
          Map.entry("keeling-ingest", "Streams of ingest"),
          Map.entry("keeling-enrich", "Streams of enrichment"),
          Map.entry("keeling-sink", "sink"),
          Map.entry("kafka-producer", "producers"),
          Map.entry("kafka-coordinat", "heartbeats"),
          Map.entry("data-plane", "broker"),
          Map.entry("group-coordinat", "broker"),
          Map.entry("kafka-", "broker"),
          Map.entry("transaction", "broker"),
          Map.entry("TxnMarker", "broker"),
          Map.entry("C1 Comp", "compilers"),
          Map.entry("C2 Comp", "compilers"),
          Map.entry("G1 ", "collector"),
          Map.entry("GC Thread", "collector"),
          Map.entry("VM Thread", "collector"),
          Map.entry("arrivals-", OWN));

  private final ProcessHandle server;
  private final Map<String, Double> before = threads();
  private final double process = process();
  private final double database;

  private ProcessorTime(ProcessHandle server) {
    this.server = server;
    this.database = database();
  }

  /**
   * Counts from now on.
   *
   * @param folder PostgreSQL's data, where the first line of {@code postmaster.pid} is its process
   */
  static ProcessorTime start(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder, 2)) {
      Path file = files.filter(path -> path.endsWith("postmaster.pid")).findFirst().orElseThrow();
      return new ProcessorTime(
          ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0).strip())).orElseThrow());
    }
  }

  /** What was spent, in seconds by part; the benchmark's own looking is left out. */
  Map<String, Double> spent() {
    Map<String, Double> parts = new HashMap<>();
    threads().forEach((id, now) -> parts.merge(part(id), now - before(id), Double::sum));
    double all = process() - process;
    double known = parts.values().stream().mapToDouble(Double::doubleValue).sum();
    parts.put("threads that ended", Math.max(0, all - known));
    parts.put("PostgreSQL", database() - database);
    parts.remove(OWN);
    return parts;
  }

  /** What an article took, and how many of them two cores could do in a second by that. */
  String perArticle(long articles) {
    Map<String, Double> parts = spent();
    double total = parts.values().stream().mapToDouble(Double::doubleValue).sum();
    String lines =
        parts.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .filter(part -> part.getValue() * 1e3 / articles >= 0.05)
            .map(part -> line(part.getKey(), part.getValue() * 1e3 / articles))
            .collect(Collectors.joining());
    return String.format(
        Locale.ROOT,
        "  %.2f ms of processor time an article, %.1f articles/s of two cores%n%s",
        total * 1e3 / articles,
        2 * articles / total,
        lines);
  }

  private static String line(String part, double millis) {
    return String.format(Locale.ROOT, "    %5.2f ms %s%n", millis, part);
  }

  private double before(String thread) {
    return before.getOrDefault(thread, 0.0);
  }

  private static String part(String thread) {
    String name = thread.substring(thread.indexOf(' ') + 1);
    return PARTS.entrySet().stream()
        .filter(part -> name.startsWith(part.getKey()))
        .max(Comparator.comparingInt(part -> part.getKey().length()))
        .map(Map.Entry::getValue)
        .orElse("other threads");
  }

  /** The time of each thread, by its number and name. */
  private static Map<String, Double> threads() {
    Map<String, Double> times = new HashMap<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(THREADS)) {
      for (Path thread : all) {
        try {
          String stat = Files.readString(thread.resolve("stat"));
          int end = stat.lastIndexOf(')');
          List<String> fields = List.of(stat.substring(end + 2).split(" ", -1));
          double time = (ticks(fields, USER) + ticks(fields, USER + 1)) / TICKS;
          times.put(thread.getFileName() + " " + stat.substring(stat.indexOf('(') + 1, end), time);
        } catch (NoSuchFileException e) {
          // It ended.
          continue;
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + THREADS, e);
    }
    return times;
  }

  private static double ticks(List<String> fields, int index) {
    return Long.parseLong(fields.get(index));
  }

  private double database() {
    return Stream.concat(Stream.of(server), server.descendants())
            .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
            .reduce(Duration.ZERO, Duration::plus)
            .toNanos()
        / 1e9;
  }

  private static double process() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
  }
}
