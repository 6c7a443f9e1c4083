package io.keeling.bench.chain;

import io.keeling.app.taxonomy.ConfiguredTaxonomy;
import io.keeling.contract.topic.Topics;
import io.keeling.desk.Desk;
import io.keeling.desk.config.AlertsConfig;
import io.keeling.desk.config.DeskConfig;
import io.keeling.desk.config.MailConfig;
import io.keeling.desk.operators.Operations;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.embedded.postgres.EmbeddedDatabase;
import io.keeling.enrich.Enrich;
import io.keeling.enrich.config.EnrichConfig;
import io.keeling.ingest.Ingest;
import io.keeling.ingest.config.IngestConfig;
import io.keeling.ingest.config.NetworkConfig;
import io.keeling.ingest.config.StreamsRunConfig;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.TopicCreator;
import io.keeling.runtime.tracing.Tracing;
import io.keeling.search.lucene.LuceneEngine;
import io.keeling.sink.Sink;
import io.keeling.sink.config.SinkConfig;
import io.keeling.storage.DatabaseConfig;
import io.keeling.storage.Migrations;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;

/**
 * Kafka, PostgreSQL and the roles in this process, with the settings that they have by default. Not
 * for sharing between threads.
 */
public final class Chain implements AutoCloseable {

  /** Partitions of each topic: the default of {@code kafka.partitions}. */
  public static final int PARTITIONS = 6;

  /**
   * What decides how long an article waits in Kafka Streams.
   *
   * @param ingest milliseconds between the commits of ingest
   * @param enrich milliseconds between the commits of enrichment
   * @param poll milliseconds that Streams waits for records, and with them its commits; 0 for what
   *     the roles set
   */
  public record Waits(int ingest, int enrich, int poll) {

    /** The waits of the product. */
    static Waits usual() {
      StreamsRunConfig ingest = StreamsRunConfig.defaults(Path.of(""));
      return new Waits(
          Math.toIntExact(ingest.commitInterval().toMillis()),
          Math.toIntExact(EnrichConfig.defaults().commitInterval().toMillis()),
          0);
    }

    /** Three numbers with slashes between. */
    static Waits parse(String text) {
      String[] numbers = text.split("/");
      return new Waits(
          Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]), Integer.parseInt(numbers[2]));
    }
  }

  private final Scratch scratch;
  private final EmbeddedKafka kafka;
  private final EmbeddedDatabase database;

  private Chain(Scratch scratch, EmbeddedKafka kafka, EmbeddedDatabase database) {
    this.scratch = scratch;
    this.kafka = kafka;
    this.database = database;
  }

  /** Starts the two servers and makes topics and tables, all gone when it is closed. */
  public static Chain start() throws Exception {
    return start(Scratch.make());
  }

  /** Starts the two servers on what an earlier run left in a directory, which stays. */
  public static Chain startKept(Path directory) throws Exception {
    return start(Scratch.keep(directory));
  }

  private static Chain start(Scratch scratch) throws Exception {
    Chain chain =
        new Chain(
            scratch,
            EmbeddedKafka.start(scratch.path("kafka")),
            EmbeddedDatabase.start(scratch.path("postgres")));
    try (Admin admin = Admin.create(chain.connection().clientProperties())) {
      new TopicCreator(admin).ensure(Topics.ALL, PARTITIONS, Optional.empty());
    }
    Migrations.apply(chain.tables());
    return chain;
  }

  /** How to reach its Kafka. */
  public KafkaConnection connection() {
    return KafkaConnection.to(kafka.bootstrapServers());
  }

  private KafkaConnection connection(Waits waits) {
    Map<String, String> properties =
        waits.poll() == 0 ? Map.of() : Map.of("poll.ms", Integer.toString(waits.poll()));
    return new KafkaConnection(kafka.bootstrapServers(), properties);
  }

  /** Its tables. */
  public DataSource tables() {
    return database.dataSource();
  }

  Ingest ingest(Waits waits) throws InterruptedException {
    StreamsRunConfig usual = StreamsRunConfig.defaults(scratch.path("ingest"));
    StreamsRunConfig streams =
        new StreamsRunConfig(
            usual.stateDirectory(), usual.threads(), Duration.ofMillis(waits.ingest()));
    IngestConfig config = IngestConfig.defaults().with(NetworkConfig.local(), streams);
    Ingest ingest = Ingest.start(connection(waits), config, new SimpleMeterRegistry());
    await(ingest::problems);
    return ingest;
  }

  Enrich enrich(Waits waits) throws InterruptedException {
    EnrichConfig usual = EnrichConfig.defaults();
    EnrichConfig config =
        new EnrichConfig(
            scratch.path("enrich"),
            usual.threads(),
            Duration.ofMillis(waits.enrich()),
            usual.closeTimeout(),
            usual.standbyReplicas(),
            null,
            usual.progress());
    Enrich enrich = Enrich.start(connection(waits), config, new SimpleMeterRegistry());
    await(enrich::problems);
    return enrich;
  }

  /** Starts the sink, which is ready then. */
  public Sink sink() throws InterruptedException {
    Sink sink =
        Sink.start(
            connection(), databaseConfig(), SinkConfig.defaults(), new SimpleMeterRegistry());
    await(sink::problems);
    return sink;
  }

  /** Counts the processor time of all that runs here from now on. */
  ProcessorTime processorTime() throws IOException {
    return ProcessorTime.start(scratch.path("postgres"));
  }

  /** Starts the desk, whose index follows from then on. */
  public Desk desk() {
    DeskConfig usual = DeskConfig.defaults();
    DeskConfig config =
        new DeskConfig(
            usual.bindAddress(),
            0,
            URI.create("http://localhost"),
            usual.title(),
            usual.pageSize(),
            usual.listeners(),
            usual.rateLimit(),
            usual.search().in(scratch.path("search")),
            usual.progress(),
            usual.access(),
            new AlertsConfig(true, List.of(), Duration.ofSeconds(5), MailConfig.defaults()));
    return Desk.open(
            new Desk.Setup(
                config,
                databaseConfig(),
                ConfiguredTaxonomy.labels(null),
                Operations.NONE,
                new SimpleMeterRegistry()),
            connection(),
            settings -> new LuceneEngine(config.search().directory(), settings),
            Tracing.OFF)
        .follow();
  }

  private DatabaseConfig databaseConfig() {
    return DatabaseConfig.at(url(), EmbeddedDatabase.USER);
  }

  /** JDBC address of its PostgreSQL. */
  public String url() {
    return database.jdbcUrl().replaceFirst("\\?.*", "");
  }

  /** Processor time that its PostgreSQL has taken, without sessions that have ended. */
  public Duration databaseProcessor() throws IOException {
    String pid = Files.readAllLines(scratch.path("postgres").resolve("postmaster.pid")).get(0);
    return ProcessHandle.of(Long.parseLong(pid.strip())).stream()
        .flatMap(server -> Stream.concat(Stream.of(server), server.children()))
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** Where a role keeps its state. */
  Path directory(String role) {
    return scratch.path(role);
  }

  /** A role that has its partitions has no problems. */
  private static void await(Supplier<List<String>> problems) throws InterruptedException {
    while (!problems.get().isEmpty()) {
      Thread.sleep(20);
    }
  }

  @Override
  public void close() throws IOException {
    database.close();
    kafka.close();
    scratch.close();
  }
}
