package io.keeling.app.role;

import io.keeling.app.config.KeelingConfig;
import io.keeling.app.failure.UserException;
import io.keeling.app.operation.DeskOperations;
import io.keeling.app.taxonomy.ConfiguredTaxonomy;
import io.keeling.app.telemetry.Telemetry;
import io.keeling.backup.BackupWatch;
import io.keeling.desk.Desk;
import io.keeling.desk.accounts.FirstLink;
import io.keeling.desk.label.TopicLabels;
import io.keeling.enrich.Enrich;
import io.keeling.enrich.annotator.AnnotatorResources;
import io.keeling.enrich.taxonomy.TaxonomyException;
import io.keeling.ingest.Ingest;
import io.keeling.ingest.health.SourcesPage;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.KafkaRefusals;
import io.keeling.runtime.tracing.Tracing;
import io.keeling.search.SearchEngine;
import io.keeling.search.SearchEngineFactory;
import io.keeling.search.SearchSettings;
import io.keeling.sink.Sink;
import io.keeling.sink.config.MisconfiguredException;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;

/** Starts roles by name. Threads may share it. */
public final class Roles {

  private final KeelingConfig config;
  private final KafkaConnection kafka;
  private final PrometheusMeterRegistry meters;
  private final CompletableFuture<FirstLink> firstLink = new CompletableFuture<>();

  public Roles(KeelingConfig config, PrometheusMeterRegistry meters) {
    this.config = config;
    this.kafka = config.kafka().connection();
    this.meters = meters;
  }

  public RunningRole ingest() {
    useDirectory(RoleName.INGEST);
    Tracing tracing = tracing("ingest");
    Ingest ingest = started(tracing, () -> Ingest.start(kafka, config.ingest(), meters, tracing));
    Map<String, HealthPage> pages =
        Map.of(
            "/sources",
            new HealthPage(
                "text/html; charset=utf-8",
                () -> SourcesPage.html(ingest.sources(), Instant.now())),
            "/sources.json",
            new HealthPage("application/json", () -> SourcesPage.json(ingest.sources())));
    return new RunningRole(
        "ingest",
        ingest::problems,
        ingest::alive,
        pages,
        closing(ingest::close, tracing),
        stopTimeout(config.ingest().instances().closeTimeout(), tracing));
  }

  /** Loads the annotator's models, which takes seconds and needs no other part. */
  public AnnotatorResources models() {
    return started(Tracing.OFF, () -> Enrich.resources(config.enrich()));
  }

  public RunningRole enrich() {
    requireWritable(RoleName.ENRICH.state(config).orElseThrow());
    AnnotatorResources models = models();
    return enrich(() -> models);
  }

  /** Starts enrich, which may still wait for its models. */
  public RunningRole enrich(Supplier<AnnotatorResources> models) {
    useDirectory(RoleName.ENRICH);
    Tracing tracing = tracing("enrich");
    Enrich enrich =
        started(tracing, () -> Enrich.start(kafka, config.enrich(), models, meters, tracing));
    return new RunningRole(
        "enrich",
        enrich::problems,
        enrich::alive,
        Map.of(),
        closing(enrich::close, tracing),
        stopTimeout(config.enrich().closeTimeout(), tracing));
  }

  /** Migrates the database to this release's schema, as the sink does when it starts. */
  public void tables() {
    started(Tracing.OFF, () -> Sink.prepare(config.database()));
  }

  public RunningRole sink() {
    Tracing tracing = tracing("sink");
    Sink sink =
        started(
            tracing, () -> Sink.start(kafka, config.database(), config.sink(), meters, tracing));
    return new RunningRole(
        "sink",
        sink::problems,
        sink::alive,
        Map.of(),
        closing(sink::close, tracing),
        stopTimeout(config.sink().closeTimeout(), tracing));
  }

  public RunningRole desk() {
    OpenDesk desk = openDesk();
    desk.follow().run();
    return desk.role();
  }

  /**
   * The desk, which already serves what it indexed before this start.
   *
   * @param follow makes the desk read the topics from then on; they must exist when it is called
   */
  public record OpenDesk(RunningRole role, Runnable follow) {}

  /** Opens the desk, which needs the tables but not the topics. */
  public OpenDesk openDesk() {
    useDirectory(RoleName.DESK);
    TopicLabels labels = ConfiguredTaxonomy.labels(config.enrich().taxonomy());
    Tracing tracing = tracing("desk");
    DeskOperations operations = new DeskOperations(config);
    Desk desk =
        started(
            tracing,
            () ->
                Desk.open(
                    new Desk.Setup(config.desk(), config.database(), labels, operations, meters),
                    kafka,
                    this::engine,
                    tracing));
    var unused = desk.firstLink().thenAccept(firstLink::complete);
    BackupWatch backups = BackupWatch.start(kafka, meters);
    RunningRole role =
        new RunningRole(
            "desk",
            desk::problems,
            desk::notes,
            desk::alive,
            Map.of(),
            closing(
                () -> {
                  backups.close();
                  desk.close();
                  operations.close();
                },
                tracing),
            stopTimeout(Desk.CLOSE_TIMEOUT, tracing));
    return new OpenDesk(role, desk::follow);
  }

  private SearchEngine engine(SearchSettings settings) {
    return ServiceLoader.load(SearchEngineFactory.class)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no search engine is on the class path"))
        .create(config.desk().search().directory(), settings);
  }

  /** Returns the link for setting up the desk's first operator, see {@link Desk#firstLink()}. */
  public CompletionStage<FirstLink> firstLink() {
    return firstLink.minimalCompletionStage();
  }

  private Tracing tracing(String role) {
    return Telemetry.of(role, config.telemetry(), meters);
  }

  /** Returns a task that closes tracing last, so that it sends the last steps. */
  private static Runnable closing(Runnable role, Tracing tracing) {
    return () -> {
      try (tracing) {
        role.run();
      }
    };
  }

  private static Duration stopTimeout(Duration role, Tracing tracing) {
    return tracing.isOn() ? role.plus(Telemetry.CLOSE) : role;
  }

  /** Turns failures that an operator can fix into one line. */
  private static <T> T started(Tracing tracing, Supplier<T> start) {
    boolean started = false;
    try {
      T role = start.get();
      started = true;
      return role;
    } catch (TaxonomyException e) {
      throw ConfiguredTaxonomy.refusal(e);
    } catch (MisconfiguredException
        | IllegalArgumentException
        | IllegalStateException
        | UncheckedIOException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    } catch (KafkaException e) {
      // The desk's connection was not checked before.
      throw new UserException(
          KafkaRefusals.line(e, "Kafka").orElse("Kafka cannot be used: " + e.getMessage()), e);
    } finally {
      if (!started) {
        tracing.close();
      }
    }
  }

  /** Checks that a role can write its state, and registers a metric of the disk. */
  private void useDirectory(RoleName role) {
    RoleName.StateSetting state = role.state(config).orElseThrow();
    requireWritable(state);
    new DiskSpaceMetrics(state.directory().toFile(), Tags.of("role", role.label())).bindTo(meters);
  }

  /** Checked here because Kafka Streams would fail later, with a stack trace. */
  private static void requireWritable(RoleName.StateSetting state) {
    Path directory = state.directory();
    IOException problem = null;
    try {
      if (!Files.isDirectory(directory)) {
        Files.createDirectories(directory);
      }
    } catch (IOException e) {
      problem = e;
    }
    if (problem != null || !Files.isWritable(directory)) {
      throw new UserException(
          "%s: cannot write to %s. Let this user write there, or set another directory."
              .formatted(state.setting(), directory),
          problem);
    }
  }

  public HealthServer health(RunningRole role) {
    RoleName name = RoleName.valueOf(role.name().toUpperCase(Locale.ROOT));
    int port = name.healthPort(config.health());
    return HealthServer.start(config.health().bindAddress(), port, role, meters);
  }
}
