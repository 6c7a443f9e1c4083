package io.keeling.app.role;

import io.keeling.app.config.KeelingConfig;
import io.keeling.app.failure.UserException;
import io.keeling.app.taxonomy.ConfiguredTaxonomy;
import io.keeling.contract.topic.KafkaConnection;
import io.keeling.contract.topic.KafkaRefusals;
import io.keeling.enrich.Enrich;
import io.keeling.enrich.taxonomy.TaxonomyException;
import io.keeling.feeds.Feeds;
import io.keeling.feeds.label.TopicLabels;
import io.keeling.ingest.Ingest;
import io.keeling.ingest.health.SourcesPage;
import io.keeling.sink.Sink;
import io.keeling.sink.config.MisconfiguredException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;

/** Starts roles by name. Not for sharing between threads. */
public final class Roles {

  private final KeelingConfig config;
  private final KafkaConnection kafka;
  private final PrometheusMeterRegistry meters;

  public Roles(KeelingConfig config, PrometheusMeterRegistry meters) {
    this.config = config;
    this.kafka = config.kafka().connection();
    this.meters = meters;
  }

  /** Starts frontier, fetcher and reader. */
  public RunningRole ingest() {
    requireWritable("ingest.streams.stateDirectory", config.ingest().streams().stateDirectory());
    Ingest ingest = started(() -> Ingest.start(kafka, config.ingest(), meters));
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
        ingest::close,
        config.ingest().instances().closeTimeout());
  }

  /** Starts the tagging. */
  public RunningRole enrich() {
    requireWritable("enrich.stateDirectory", config.enrich().stateDirectory());
    Enrich enrich = started(() -> Enrich.start(kafka, config.enrich(), meters));
    return new RunningRole(
        "enrich",
        enrich::problems,
        enrich::alive,
        Map.of(),
        enrich::close,
        config.enrich().closeTimeout());
  }

  /** Starts the writer to PostgreSQL. */
  public RunningRole sink() {
    Sink sink = started(() -> Sink.start(kafka, config.sink(), meters));
    return new RunningRole(
        "sink", sink::problems, sink::alive, Map.of(), sink::close, config.sink().closeTimeout());
  }

  /** Starts the editors' desk. */
  public RunningRole feeds() {
    requireWritable("feeds.search.directory", config.feeds().search().directory());
    TopicLabels labels = ConfiguredTaxonomy.labels(config.enrich().taxonomy());
    Feeds feeds = started(() -> Feeds.start(kafka, config.feeds(), labels, meters));
    return new RunningRole(
        "feeds",
        feeds::problems,
        feeds::notes,
        feeds::alive,
        Map.of(),
        feeds::close,
        Feeds.CLOSE_TIMEOUT);
  }

  /** Turns what an operator has to mend into the one line that says so. */
  private static <T> T started(Supplier<T> start) {
    try {
      return start.get();
    } catch (TaxonomyException e) {
      throw ConfiguredTaxonomy.refusal(e);
    } catch (MisconfiguredException
        | IllegalArgumentException
        | IllegalStateException
        | UncheckedIOException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    } catch (KafkaException e) {
      // The desk's connection, which nobody has tried before.
      throw new UserException(
          KafkaRefusals.line(e, "Kafka").orElse("Kafka cannot be used: " + e.getMessage()), e);
    }
  }

  /** Kafka Streams, which would find out later, says so in a stack. */
  private static void requireWritable(String setting, Path directory) {
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
              .formatted(setting, directory),
          problem);
    }
  }

  /** Serves the health of a role on a port of its own. */
  public HealthServer health(RunningRole role) {
    int port =
        switch (role.name()) {
          case "ingest" -> config.health().ingestPort();
          case "enrich" -> config.health().enrichPort();
          case "sink" -> config.health().sinkPort();
          case "feeds" -> config.health().feedsPort();
          default -> throw new IllegalArgumentException("no such role: " + role.name());
        };
    return HealthServer.start(config.health().bindAddress(), port, role, meters);
  }
}
