package io.keeling.bench.memory;

import io.keeling.bench.chain.Chain;
import io.keeling.bench.chain.NewsPages;
import io.keeling.contract.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Lets a role that was away work through a topic full of records, to see whether it does so in
 * bounded memory, also when it is killed half way and has its state to restore. Prints its speed
 * and the most that its process held.
 */
public final class BacklogRun {

  /** How often memory and progress are measured: the most memory between two looks is missed. */
  private static final Duration SAMPLE_INTERVAL = Duration.ofSeconds(2);

  /** How often a line of progress is printed, in seconds. */
  private static final long PRINT_SECONDS = 60;

  private BacklogRun() {}

  /**
   * Runs.
   *
   * @param args {@code ingest} (which finds pages of 5,000 characters), {@code enrich} or {@code
   *     sink} (small articles), how many records, and the folder of our own news
   */
  public static void main(String[] args) throws Exception {
    String role = args[0];
    int records = Integer.parseInt(args[1]);
    Path news = Path.of(args.length > 2 ? args[2] : "training/corpus/news");
    Path directory = Files.createTempDirectory("keeling-backlog");
    IntFunction<ProducerRecord<String, byte[]>> waiting =
        switch (role) {
          case "ingest" -> NewsPages.read(news)::record;
          case "enrich" -> SmallArticles.of(news)::article;
          case "sink" -> SmallArticles.of(news)::enriched;
          default -> throw new IllegalArgumentException("ingest, enrich or sink, not " + role);
        };
    try (Chain chain = Chain.start();
        Done done = done(chain, role)) {
      fill(chain, records, waiting);
      RoleSettings settings = new RoleSettings(chain, directory);
      catchUp(settings, role, done, 0, records / 2, Process::destroyForcibly);
      catchUp(settings, role, done, records / 2, records, Process::destroy);
    }
  }

  private static Done done(Chain chain, String role) {
    return switch (role) {
      case "ingest" -> Done.written(chain, Topics.ARTICLES);
      case "enrich" -> Done.written(chain, Topics.ENRICHED);
      default -> Done.stored(chain);
    };
  }

  private static void fill(
      Chain chain, int records, IntFunction<ProducerRecord<String, byte[]>> of) {
    var properties = chain.connection().clientProperties();
    properties.put("compression.type", "lz4");
    properties.put("linger.ms", 20);
    long bytes = 0;
    try (Producer<String, byte[]> producer =
        new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
      for (int n = 0; n < records; n++) {
        ProducerRecord<String, byte[]> record = of.apply(n);
        bytes += record.value().length;
        // A record that is not written does not arrive, and that ends the run.
        var unused = producer.send(record);
      }
    }
    System.out.printf("%d records wait, %d bytes each%n", records, bytes / records);
  }

  private static void catchUp(
      RoleSettings settings, String role, Done done, int from, int until, Consumer<Process> ending)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    long first = 0;
    long peak = 0;
    long printed = start;
    try (RoleProcess process = settings.start(role)) {
      int count = from;
      while (count < until) {
        Thread.sleep(SAMPLE_INTERVAL.toMillis());
        count = done.count();
        first = first == 0 && count > from ? System.nanoTime() : first;
        peak = Math.max(peak, process.memory().resident());
        if (System.nanoTime() - printed > PRINT_SECONDS * 1_000_000_000) {
          printed = System.nanoTime();
          System.out.printf("  %d, %d MiB%n", count, process.memory().resident() / 1024);
        }
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          "%s from %d to %d: %.0f s, %.0f a second, the first after %.0f s; most resident %d MiB of"
              + " %d%n",
          role,
          from,
          count,
          seconds,
          (count - from) / seconds,
          (first - start) / 1e9,
          peak / 1024,
          process.limit());
      process.end(ending);
    }
  }
}
