package io.keeling.enrich;

import static org.apache.kafka.streams.CloseOptions.GroupMembershipOperation.LEAVE_GROUP;

import io.keeling.contract.topic.Topics;
import io.keeling.enrich.annotator.Annotator;
import io.keeling.enrich.annotator.AnnotatorResources;
import io.keeling.enrich.config.EnrichConfig;
import io.keeling.enrich.taxonomy.TaxonomyReader;
import io.keeling.enrich.topology.EnrichMetrics;
import io.keeling.enrich.topology.EnrichStreamsSettings;
import io.keeling.enrich.topology.EnrichTopology;
import io.keeling.enrich.topology.KafkaArticleArchive;
import io.keeling.runtime.deadline.RecordDeadline;
import io.keeling.runtime.health.ConsumerMetrics;
import io.keeling.runtime.health.RoleHealth;
import io.keeling.runtime.health.TopicLag;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.streams.Changelogs;
import io.keeling.runtime.streams.ThreadFailures;
import io.keeling.runtime.tracing.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running enrichment: {@code keeling.articles} to {@code keeling.enriched}, exactly once.
 * Threads may share it.
 *
 * <p>A stream thread that fails because of the broker is replaced, however long the trouble lasts;
 * where an operator has to act, enrichment stops and reports it (see {@link ThreadFailures}).
 */
public final class Enrich implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Enrich.class);

  private final KafkaStreams streams;
  private final ThreadFailures failures;
  private final RecordDeadline deadline;
  private final RoleHealth health;
  private final Duration closeTimeout;

  private Enrich(
      KafkaStreams streams,
      ThreadFailures failures,
      RecordDeadline deadline,
      RoleHealth health,
      Duration closeTimeout) {
    this.health = health;
    this.streams = streams;
    this.failures = failures;
    this.deadline = deadline;
    this.closeTimeout = closeTimeout;
  }

  /** Loads the models and starts, without tracing. */
  public static Enrich start(KafkaConnection kafka, EnrichConfig config, MeterRegistry meters) {
    return start(kafka, config, meters, Tracing.OFF);
  }

  /**
   * Loads the models and starts. The topics must exist.
   *
   * @param tracing receives the steps of each record
   * @throws io.keeling.enrich.taxonomy.TaxonomyException if the configured taxonomy cannot be used
   * @throws org.apache.kafka.common.KafkaException if the broker does not answer
   */
  public static Enrich start(
      KafkaConnection kafka, EnrichConfig config, MeterRegistry meters, Tracing tracing) {
    AnnotatorResources resources = resources(config);
    return start(kafka, config, () -> resources, meters, tracing);
  }

  /**
   * Starts, and joins the group while another thread may still load the models. The topics must
   * exist.
   *
   * @param resources supplies the result of {@link #resources}; stream threads wait for it before
   *     their first article, and stop for good if it throws
   * @param tracing receives the steps of each record
   * @throws org.apache.kafka.common.KafkaException if the broker does not answer
   */
  public static Enrich start(
      KafkaConnection kafka,
      EnrichConfig config,
      Supplier<AnnotatorResources> resources,
      MeterRegistry meters,
      Tracing tracing) {
    EnrichMetrics enrichMeters = new EnrichMetrics(meters, tracing);
    RecordDeadline deadline = new RecordDeadline();
    deadline.watch("enrich", meters);
    Topology topology =
        EnrichTopology.build(
            () -> new Annotator(resources.get()),
            deadline,
            () -> new KafkaArticleArchive(kafka),
            enrichMeters);
    Properties settings = EnrichStreamsSettings.of(kafka, config, enrichMeters);
    Changelogs.create(kafka, topology, settings);
    KafkaStreams streams = new KafkaStreams(topology, settings);
    ThreadFailures failures = new ThreadFailures("enrich", enrichMeters::threadFailed);
    streams.setUncaughtExceptionHandler(failures);
    streams.setGlobalStateRestoreListener(enrichMeters.progress());
    streams.start();
    RoleHealth health =
        RoleHealth.start(
            "enrich",
            kafka,
            List.of(Topics.ARTICLES, Topics.CORRECTIONS),
            List.of(Topics.ENRICHED, Topics.DEAD_LETTERS),
            EnrichConfig.APPLICATION_ID,
            config.progress(),
            () -> enrichMeters.progress().activities(streams),
            () -> false,
            meters);
    TopicLag.register(
        "enrich",
        List.of(Topics.ARTICLES, Topics.CORRECTIONS),
        topic -> ConsumerMetrics.lag(streams.metrics(), topic),
        meters);
    return new Enrich(streams, failures, deadline, health, config.closeTimeout());
  }

  /**
   * Loads what an {@link Annotator} needs under these settings.
   *
   * @throws io.keeling.enrich.taxonomy.TaxonomyException if the configured taxonomy cannot be used
   */
  public static AnnotatorResources resources(EnrichConfig config) {
    AnnotatorResources resources =
        config.taxonomy() == null
            ? AnnotatorResources.load()
            : AnnotatorResources.load(TaxonomyReader.read(config.taxonomy()));
    LOG.info("Loaded enrichment {}", resources.version());
    return resources;
  }

  /** The problems that keep enrichment from working, a line each; empty when it is ready. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    failures.fatal().ifPresent(line -> problems.add("enrich: stopped: " + line));
    deadline.fatal().ifPresent(line -> problems.add("enrich: " + line));
    KafkaStreams.State state = streams.state();
    if (problems.isEmpty() && state != KafkaStreams.State.RUNNING) {
      problems.add("enrich: Streams is " + state.name().toLowerCase(Locale.ROOT));
    }
    problems.addAll(health.problems());
    return problems;
  }

  /** False once enrichment has stopped for good and the process should be restarted. */
  public boolean alive() {
    KafkaStreams.State state = streams.state();
    return (state == KafkaStreams.State.CREATED || state.isRunningOrRebalancing())
        && deadline.alive()
        && health.alive();
  }

  /** Finishes the work begun, within the configured time, and stops. */
  @Override
  public void close() {
    health.close();
    failures.close();
    // Leaving the group hands its partitions over at once, not only after the session time-out.
    CloseOptions leaving =
        CloseOptions.timeout(closeTimeout).withGroupMembershipOperation(LEAVE_GROUP);
    if (!streams.close(leaving)) {
      LOG.warn(
          "Enrichment did not stop within {}; open transactions are rolled back", closeTimeout);
    }
  }
}
