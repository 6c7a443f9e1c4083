package io.keeling.app.pipeline;

import io.keeling.app.config.EmbeddedConfig;
import io.keeling.app.config.KeelingConfig;
import io.keeling.app.embedded.DataDirectory;
import io.keeling.app.kafka.Kafka;
import io.keeling.app.metrics.ProcessMetrics;
import io.keeling.app.role.RoleName;
import io.keeling.app.role.Roles;
import io.keeling.app.role.RunningRole;
import io.keeling.app.role.StartLine;
import io.keeling.contract.source.Source;
import io.keeling.contract.topic.Topics;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.embedded.postgres.EmbeddedDatabase;
import io.keeling.enrich.annotator.AnnotatorResources;
import io.keeling.ingest.catalogue.SourceCatalogue;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a {@link Pipeline}: defines which part needs which others. Independent parts start in
 * parallel. To be used by one thread; other threads run the parts.
 */
final class StartingPipeline {

  private static final Logger LOG = LoggerFactory.getLogger(StartingPipeline.class);

  /**
   * Number of processors up to which the models are loaded only after the page, which a person
   * wants first. Measured with two (bench/README.md, {@code StartBenchmark}).
   */
  private static final int FEW_PROCESSORS = 2;

  /** Time limit for each coordinator of Kafka, which takes a second or two. */
  private static final Duration COORDINATORS = Duration.ofSeconds(30);

  private final KeelingConfig config;
  private final EmbeddedConfig embedded;
  private final DataDirectory directory;
  private final Closing closing;
  private final StartParts parts;

  StartingPipeline(
      KeelingConfig config, DataDirectory directory, Closing closing, StartParts parts) {
    this.config = config;
    this.embedded = config.embedded();
    this.directory = directory;
    this.closing = closing;
    this.parts = parts;
  }

  /** Starts all parts. Adds the sources to those of the settings. */
  Pipeline start(List<Source> sources) throws IOException {
    Arrays.stream(RoleName.values()).forEach(role -> LOG.info("{}", StartLine.of(role, config)));
    PrometheusMeterRegistry meters = ProcessMetrics.registry();
    Roles roles = new Roles(config, meters);
    CompletableFuture<EmbeddedKafka> kafka = parts.begin("Kafka", this::kafka);
    CompletableFuture<?> coordinators =
        parts.begin("the coordinators", () -> coordinators(kafka.join()), kafka);
    CompletableFuture<?> database = parts.begin("PostgreSQL", this::database);
    CompletableFuture<?> tables =
        parts.begin("the tables", Executors.callable(roles::tables), database);
    CompletableFuture<?> topics =
        parts.begin(
            "the topics",
            Executors.callable(() -> Kafka.ensureTopics(config.kafka(), Topics.ALL)),
            kafka);
    CompletableFuture<Integer> watched =
        parts.begin("the catalogue", () -> addSources(sources), topics);
    CompletableFuture<Roles.OpenDesk> desk = parts.begin("the desk", () -> desk(roles), tables);
    CompletableFuture<?> following =
        parts.begin(
            "the desk's readers",
            Executors.callable(() -> desk.join().follow().run()),
            desk,
            topics);
    CompletableFuture<RunningRole> sink = parts.begin("the sink", roles::sink, topics, tables);
    CompletableFuture<RunningRole> ingest = parts.begin("ingest", roles::ingest, topics);
    boolean wait = Runtime.getRuntime().availableProcessors() <= FEW_PROCESSORS;
    CompletableFuture<AnnotatorResources> models =
        parts.begin("the models", roles::models, wait ? desk : topics);
    CompletableFuture<RunningRole> enrich =
        parts.begin("enrich", () -> roles.enrich(models::join), topics);
    // Roles are closed in reverse order, those at the beginning of the pipeline first.
    List<CompletableFuture<RunningRole>> all =
        List.of(sink, desk.thenApply(Roles.OpenDesk::role), enrich, ingest);
    try {
      parts.join(
          Stream.concat(
                  Stream.of(
                      kafka, coordinators, database, tables, topics, watched, following, models),
                  all.stream())
              .toList());
    } finally {
      all.stream()
          .filter(role -> !role.isCompletedExceptionally())
          .forEach(role -> closing.add(role.join()));
    }
    List<RunningRole> running = all.stream().map(CompletableFuture::join).toList();
    running.forEach(role -> closing.add(roles.health(role)));
    return new Pipeline(
        config, Objects.requireNonNull(watched.join()), running, roles.firstLink(), closing);
  }

  private Roles.OpenDesk desk(Roles roles) {
    Roles.OpenDesk desk = roles.openDesk();
    parts.say("The page answers at " + config.desk().baseUrl() + "/.");
    return desk;
  }

  private EmbeddedKafka kafka() throws IOException {
    return closing.add(EmbeddedKafka.start(directory.resolve("kafka"), embedded.kafkaPort()));
  }

  /**
   * Creates the internal topics before clients need them: the first client would wait for its
   * topic, and retry after a pause.
   */
  private static boolean coordinators(EmbeddedKafka kafka) {
    kafka.prepareCoordinators(COORDINATORS);
    return true;
  }

  private EmbeddedDatabase database() throws IOException {
    return closing.add(
        EmbeddedDatabase.start(directory.resolve("postgres"), embedded.postgresPort()));
  }

  /** Adds the sources to the catalogue, and returns the size of the catalogue. */
  private int addSources(List<Source> sources) {
    try (SourceCatalogue catalogue = new SourceCatalogue(config.kafka().connection())) {
      return catalogue.putAll(Stream.concat(config.sources().stream(), sources.stream()).toList());
    }
  }
}
