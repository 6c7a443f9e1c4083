package io.keeling.enrich;

import static org.apache.kafka.streams.CloseOptions.GroupMembershipOperation.LEAVE_GROUP;

import io.keeling.contract.topic.KafkaConnection;
import io.keeling.contract.topic.KafkaRefusals;
import io.keeling.enrich.annotator.Annotator;
import io.keeling.enrich.annotator.AnnotatorResources;
import io.keeling.enrich.taxonomy.TaxonomyReader;
import io.keeling.enrich.topology.EnrichMeters;
import io.keeling.enrich.topology.EnrichTopology;
import io.keeling.enrich.topology.StreamsSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running enrichment: {@code keeling.articles} to {@code keeling.enriched}, exactly once.
 * Threads may share it.
 *
 * <p>A thread that fails for reasons of the broker's is replaced, a few times; then the process
 * counts as dead and is to be started again.
 */
public final class Enrich implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Enrich.class);

  private final KafkaStreams streams;
  private final AtomicReference<@Nullable String> refused;
  private final Duration closeTimeout;

  private Enrich(
      KafkaStreams streams, AtomicReference<@Nullable String> refused, Duration closeTimeout) {
    this.streams = streams;
    this.refused = refused;
    this.closeTimeout = closeTimeout;
  }

  /**
   * Loads the models and starts. The topics must exist.
   *
   * @throws io.keeling.enrich.taxonomy.TaxonomyException if the configured taxonomy cannot be used
   */
  public static Enrich start(KafkaConnection kafka, EnrichConfig config, MeterRegistry meters) {
    AnnotatorResources resources = resources(config);
    EnrichMeters enrichMeters = new EnrichMeters(meters);
    KafkaStreams streams =
        new KafkaStreams(
            EnrichTopology.build(() -> new Annotator(resources), enrichMeters),
            StreamsSettings.of(kafka, config, enrichMeters));
    Replacements replacements = new Replacements();
    AtomicReference<@Nullable String> refused = new AtomicReference<>();
    streams.setUncaughtExceptionHandler(
        exception -> {
          Optional<String> refusal = KafkaRefusals.of(exception);
          if (refusal.isPresent()) {
            if (refused.getAndSet(refusal.get()) == null) {
              LOG.error("Enrichment stops: {}", refusal.get());
            }
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
          }
          boolean replace = replacements.allow(System.nanoTime());
          LOG.error(
              "a stream thread failed and is {}", replace ? "replaced" : "given up", exception);
          return replace
              ? StreamThreadExceptionResponse.REPLACE_THREAD
              : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
    streams.start();
    LOG.info("enrichment {} starts", resources.version());
    return new Enrich(streams, refused, config.closeTimeout());
  }

  /**
   * Loads what annotates under these settings.
   *
   * @throws io.keeling.enrich.taxonomy.TaxonomyException if the configured taxonomy cannot be used
   */
  public static AnnotatorResources resources(EnrichConfig config) {
    return config.taxonomy() == null
        ? AnnotatorResources.load()
        : AnnotatorResources.load(TaxonomyReader.read(config.taxonomy()));
  }

  /** What keeps it from working, a line each; empty when it is ready. */
  public List<String> problems() {
    String refusal = refused.get();
    if (refusal != null) {
      return List.of("enrich: " + refusal);
    }
    KafkaStreams.State state = streams.state();
    return state == KafkaStreams.State.RUNNING
        ? List.of()
        : List.of("enrich: Streams is " + state.name().toLowerCase(java.util.Locale.ROOT));
  }

  /** False when it has stopped for good and the process should be started again. */
  public boolean alive() {
    KafkaStreams.State state = streams.state();
    return state == KafkaStreams.State.CREATED || state.isRunningOrRebalancing();
  }

  /** Finishes what is begun, within the configured time, and stops. */
  @Override
  public void close() {
    // Leaving the group hands its partitions over at once, not after the session's time-out.
    CloseOptions leaving =
        CloseOptions.timeout(closeTimeout).withGroupMembershipOperation(LEAVE_GROUP);
    if (!streams.close(leaving)) {
      LOG.warn(
          "enrichment did not stop within {}; open transactions are rolled back", closeTimeout);
    }
  }
}
