package io.keeling.bench.crawl;

import io.keeling.contract.source.Source;
import io.keeling.contract.source.SourceKind;
import io.keeling.contract.topic.Topics;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.ingest.Ingest;
import io.keeling.ingest.catalogue.SourceCatalogue;
import io.keeling.ingest.config.IngestConfig;
import io.keeling.ingest.config.NetworkConfig;
import io.keeling.ingest.config.PolitenessConfig;
import io.keeling.ingest.config.StreamsRunConfig;
import io.keeling.newsroom.scale.ScaleConfig;
import io.keeling.newsroom.scale.ScalePress;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.TopicCreator;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;

/**
 * Measures the whole of ingest on a generated press, all in this process with Kafka: pages fetched
 * and read per second, and where the processor's time goes.
 */
public final class CrawlBenchmark {

  /** Hosts of the press: more than the 128 quick requests that the fetcher makes at once. */
  private static final int HOSTS = 500;

  /** Sources of a host: with several, polls and articles of one host wait for each other. */
  private static final int SOURCES_PER_HOST = 4;

  /** Partitions of each topic: the default of {@code kafka.partitions}. */
  private static final int PARTITIONS = 6;

  private CrawlBenchmark() {}

  /**
   * Runs.
   *
   * @param args the pause of a host in milliseconds, the seconds to measure, the articles of a
   *     source, and how many hosts hang
   */
  public static void main(String[] args) throws Exception {
    Duration pause = Duration.ofMillis(number(args, 0, 0));
    Duration time = Duration.ofSeconds(number(args, 1, 60));
    int articles = number(args, 2, 25);
    int hanging = number(args, 3, 0);
    Path directory = Files.createTempDirectory("keeling-crawl");
    System.out.printf(
        "%d hosts, %d hang, %d sources, pause %s%n",
        HOSTS, hanging, HOSTS * SOURCES_PER_HOST, pause);
    ScaleConfig scale = ScaleConfig.of(HOSTS, SOURCES_PER_HOST, articles).withHangingHosts(hanging);
    try (ScalePress press = ScalePress.start(scale, 0);
        EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"))) {
      SimpleMeterRegistry meters = new SimpleMeterRegistry();
      KafkaConnection connection = prepare(kafka, press);
      try (Ingest ingest = Ingest.start(connection, config(directory, pause), meters)) {
        new CrawlWatch(press, HOSTS - hanging, pause).run(time);
        report(meters);
      }
    } finally {
      delete(directory);
    }
  }

  private static KafkaConnection prepare(EmbeddedKafka kafka, ScalePress press) throws Exception {
    KafkaConnection connection = KafkaConnection.to(kafka.bootstrapServers());
    try (Admin admin = Admin.create(connection.clientProperties())) {
      new TopicCreator(admin).ensure(Topics.ALL, PARTITIONS, Optional.empty());
    }
    List<Source> sources = new ArrayList<>();
    for (String feed : press.feeds()) {
      String id = "source-" + sources.size();
      sources.add(new Source(id, SourceKind.FEED, feed, "Paper", "en", null, null));
    }
    try (SourceCatalogue catalogue = new SourceCatalogue(connection)) {
      catalogue.putAll(sources);
    }
    return connection;
  }

  private static IngestConfig config(Path directory, Duration pause) {
    return IngestConfig.defaults()
        .with(
            PolitenessConfig.defaults().withPause(pause),
            NetworkConfig.local(),
            StreamsRunConfig.defaults(directory.resolve("state")));
  }

  private static void report(SimpleMeterRegistry meters) {
    for (Timer timer : meters.find("keeling.ingest.read").timers()) {
      System.out.printf(
          "read %s: %d, %.2f ms each%n",
          timer.getId().getTags(),
          timer.count(),
          timer.mean(java.util.concurrent.TimeUnit.MILLISECONDS));
    }
    for (Timer timer : meters.find("keeling.ingest.fetch.wait").timers()) {
      System.out.printf(
          "waiting for a worker %s: %d times, %.1f ms on average, %.0f ms at most%n",
          timer.getId().getTags(),
          timer.count(),
          timer.mean(java.util.concurrent.TimeUnit.MILLISECONDS),
          timer.max(java.util.concurrent.TimeUnit.MILLISECONDS));
    }
  }

  private static int number(String[] args, int index, int otherwise) {
    return args.length > index ? Integer.parseInt(args[index]) : otherwise;
  }

  private static void delete(Path directory) throws IOException {
    try (var paths = Files.walk(directory)) {
      for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
