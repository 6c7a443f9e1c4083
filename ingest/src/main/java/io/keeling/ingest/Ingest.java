package io.keeling.ingest;

import static org.apache.kafka.streams.CloseOptions.GroupMembershipOperation.LEAVE_GROUP;

import io.keeling.contract.topic.TopicSpec;
import io.keeling.contract.topic.Topics;
import io.keeling.ingest.config.IngestConfig;
import io.keeling.ingest.config.InstancesConfig;
import io.keeling.ingest.fetch.Fetcher;
import io.keeling.ingest.fetch.http.ApacheHttpExchange;
import io.keeling.ingest.health.SourceBoard;
import io.keeling.ingest.health.SourceHealth;
import io.keeling.ingest.metrics.IngestMetrics;
import io.keeling.ingest.source.StateNames;
import io.keeling.ingest.topology.IngestStreamsSettings;
import io.keeling.ingest.topology.IngestTopology;
import io.keeling.ingest.websub.FeedWatcher;
import io.keeling.ingest.websub.WebSub;
import io.keeling.reader.ArticleReader;
import io.keeling.runtime.deadline.RecordDeadline;
import io.keeling.runtime.health.Activity;
import io.keeling.runtime.health.ConsumerMetrics;
import io.keeling.runtime.health.ProgressLimits;
import io.keeling.runtime.health.RoleHealth;
import io.keeling.runtime.health.TopicLag;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.KafkaFutures;
import io.keeling.runtime.streams.Changelogs;
import io.keeling.runtime.streams.ThreadFailures;
import io.keeling.runtime.thread.Threads;
import io.keeling.runtime.tracing.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running ingest role: turns {@code keeling.sources} into {@code keeling.articles}.
 * Thread-safe.
 *
 * <p>A stream thread that fails because of the broker is replaced as often as necessary. Where an
 * operator has to act, the role stops and reports it (see {@link ThreadFailures}).
 */
public final class Ingest implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);

  private static final List<TopicSpec> READ =
      List.of(Topics.SOURCES, Topics.FETCHES, Topics.PAGES, Topics.REMOVALS);

  private static final List<TopicSpec> WRITTEN =
      List.of(Topics.FETCHES, Topics.PAGES, Topics.ARTICLES, Topics.DEAD_LETTERS);

  private final KafkaStreams streams;
  private final ThreadFailures failures;
  private final RecordDeadline deadline;
  private final Fetcher fetcher;
  private final SourceBoard board;
  private final @Nullable WebSub webSub;
  private final RoleHealth health;
  private final InstancesConfig instances;

  private Ingest(
      KafkaStreams streams,
      ThreadFailures failures,
      RecordDeadline deadline,
      Fetcher fetcher,
      SourceBoard board,
      @Nullable WebSub webSub,
      RoleHealth health,
      InstancesConfig instances) {
    this.streams = streams;
    this.failures = failures;
    this.deadline = deadline;
    this.fetcher = fetcher;
    this.board = board;
    this.webSub = webSub;
    this.health = health;
    this.instances = instances;
  }

  /** Starts the role without tracing. */
  public static Ingest start(KafkaConnection kafka, IngestConfig config, MeterRegistry meters) {
    return start(kafka, config, meters, Tracing.OFF);
  }

  /**
   * Starts the role. The topics must exist.
   *
   * @throws KafkaException if the broker does not answer
   * @throws IllegalStateException if the port for hubs is taken
   */
  public static Ingest start(
      KafkaConnection kafka, IngestConfig config, MeterRegistry meters, Tracing tracing) {
    IngestMetrics metrics = new IngestMetrics(meters, tracing);
    RecordDeadline deadline = new RecordDeadline();
    deadline.watch("ingest", meters);
    SourceBoard board = new SourceBoard(config.sourceHealth(), meters);
    int partitions = partitionsOfPages(kafka);
    WebSub webSub =
        config.websub().enabled()
            ? new WebSub(kafka, config, new ApacheHttpExchange(config), meters)
            : null;
    FeedWatcher watcher = webSub == null ? FeedWatcher.NONE : webSub.watcher();
    Topology topology =
        new IngestTopology(
                config,
                new ArticleReader(),
                board,
                metrics,
                partitions,
                watcher,
                deadline,
                Stores::persistentKeyValueStore)
            .build();
    Properties settings = IngestStreamsSettings.of(kafka, config, metrics);
    Changelogs.create(kafka, topology, settings);
    KafkaStreams streams = new KafkaStreams(topology, settings);
    ThreadFailures failures = new ThreadFailures("ingest", metrics::threadFailed);
    streams.setUncaughtExceptionHandler(failures);
    streams.setGlobalStateRestoreListener(metrics.progress());
    streams.start();
    Fetcher fetcher =
        Fetcher.start(kafka, config, deadline, new ApacheHttpExchange(config), meters, tracing);
    RoleHealth health =
        RoleHealth.start(
            "ingest",
            kafka,
            READ,
            WRITTEN,
            StateNames.APPLICATION,
            ProgressLimits.defaults(),
            () -> activities(metrics.progress().activities(streams), fetcher, webSub),
            () -> false,
            meters);
    TopicLag.register(
        "ingest",
        List.of(Topics.SOURCES, Topics.PAGES, Topics.REMOVALS),
        topic -> ConsumerMetrics.lag(streams.metrics(), topic),
        meters);
    TopicLag.register("ingest", List.of(Topics.FETCHES), topic -> fetcher.lag(), meters);
    LOG.info("Ingest starts with the user agent {}", config.politeness().userAgent());
    return new Ingest(
        streams, failures, deadline, fetcher, board, webSub, health, config.instances());
  }

  private static List<Activity> activities(
      List<Activity> streams, Fetcher fetcher, @Nullable WebSub webSub) {
    List<Activity> all = new ArrayList<>(streams);
    all.addAll(fetcher.activities());
    if (webSub != null) {
      all.add(webSub.activity());
    }
    return all;
  }

  /** Returns why the role is not ready, one line each; empty if it is ready. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    failures.fatal().ifPresent(line -> problems.add("ingest: stopped: " + line));
    deadline.fatal().ifPresent(line -> problems.add("ingest: " + line));
    KafkaStreams.State state = streams.state();
    if (problems.isEmpty() && state != KafkaStreams.State.RUNNING) {
      problems.add("ingest: Streams is " + state.name().toLowerCase(Locale.ROOT));
    }
    fetcher.problems().forEach(problem -> problems.add("ingest: " + problem));
    String hubs = webSub == null ? null : webSub.fatal();
    if (hubs != null) {
      problems.add("ingest: WebSub stopped: " + hubs);
    }
    problems.addAll(health.problems());
    return problems;
  }

  /** Returns the condition of this instance's sources, the worst first. */
  public List<SourceHealth> sources() {
    return board.sources(Instant.now());
  }

  /** Whether the role runs; false once it has stopped for good and needs a restart. */
  public boolean alive() {
    KafkaStreams.State state = streams.state();
    return (state == KafkaStreams.State.CREATED || state.isRunningOrRebalancing())
        && deadline.alive()
        && fetcher.alive()
        && (webSub == null || webSub.fatal() == null)
        && health.alive();
  }

  /**
   * Finishes what has begun, within {@code ingest.instances.closeTimeout} even if Kafka is
   * unavailable, and stops: first the fetcher, then Streams, with WebSub in parallel. A stream
   * thread that waits for a broker to roll back its transaction is left to end with the process.
   */
  @Override
  public void close() {
    long deadline = System.nanoTime() + instances.closeTimeout().toNanos();
    health.close();
    Thread hubs = Threads.daemon("keeling-websub-close", this::closeWebSub);
    hubs.start();
    fetcher.close();
    failures.close();
    // Leaving the group hands over its partitions at once instead of after the session time-out.
    CloseOptions leaving =
        CloseOptions.timeout(instances.streamsClose()).withGroupMembershipOperation(LEAVE_GROUP);
    if (!streams.close(leaving)) {
      LOG.warn(
          "Ingest did not stop within {}; open transactions are rolled back",
          instances.streamsClose());
    }
    try {
      long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
      hubs.join(Math.max(1, left));
      if (hubs.isAlive()) {
        LOG.warn("WebSub did not stop within {}", instances.closeTimeout());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void closeWebSub() {
    if (webSub != null) {
      webSub.close();
    }
  }

  private static int partitionsOfPages(KafkaConnection kafka) {
    String pages = Topics.PAGES.name();
    try (Admin admin = Admin.create(kafka.clientProperties())) {
      TopicDescription found =
          KafkaFutures.get(admin.describeTopics(List.of(pages)).allTopicNames()).get(pages);
      return Objects.requireNonNull(found).partitions().size();
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      throw new KafkaException("cannot describe " + pages + ": " + e.getMessage(), e);
    }
  }
}
