package io.keeling.sink.run;

import io.keeling.contract.topic.Topics;
import io.keeling.runtime.health.RoleHealth;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.KafkaRefusals;
import io.keeling.runtime.thread.Threads;
import io.keeling.runtime.tracing.Tracing;
import io.keeling.sink.config.MisconfiguredException;
import io.keeling.sink.config.SinkConfig;
import io.keeling.sink.database.BatchStore;
import io.keeling.storage.DatabaseConfig;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the sink's loop in a thread and closes what it used. Threads may share it. */
public final class SinkThread implements AutoCloseable {

  /** The consumer group of all sinks of a database. */
  public static final String GROUP = Consumers.GROUP;

  private static final Logger LOG = LoggerFactory.getLogger(SinkThread.class);

  /** How long leaving the group may take. Chosen: a small part of the close time-out. */
  private static final Duration LEAVE = Duration.ofSeconds(2);

  private final SinkHealth health = new SinkHealth();
  private final Consumer<byte[], byte[]> consumer;
  private final BatchStore store;
  private final DeadLetterSender deadLetters;
  private final SinkMetrics meters;
  private final SinkLoop loop;
  private final Duration closeTimeout;
  private final Thread thread;
  private volatile @Nullable RoleHealth watch;

  private SinkThread(
      KafkaConnection kafka,
      DatabaseConfig database,
      SinkConfig config,
      boolean migrated,
      MeterRegistry registry,
      Tracing tracing) {
    this.store = BatchStore.open(database);
    this.consumer = Consumers.open(kafka, config);
    this.deadLetters = new DeadLetterSender(kafka);
    this.meters = new SinkMetrics(registry, tracing, this::kafkaReachable);
    this.loop =
        new SinkLoop(database, config, migrated, consumer, store, deadLetters, meters, health);
    this.closeTimeout = config.closeTimeout();
    this.thread = new Thread(this::run, "keeling-sink");
  }

  /**
   * Starts it.
   *
   * @param database where the articles go
   * @param migrated whether the schema is there; if not, it is made as soon as the database answers
   * @param tracing told of what is stored
   * @throws KafkaException if the properties of the connection are invalid
   */
  public static SinkThread start(
      KafkaConnection kafka,
      DatabaseConfig database,
      SinkConfig config,
      boolean migrated,
      MeterRegistry meters,
      Tracing tracing) {
    SinkThread result = new SinkThread(kafka, database, config, migrated, meters, tracing);
    result.watch =
        RoleHealth.start(
            "sink",
            kafka,
            List.of(Topics.ENRICHED),
            List.of(Topics.DEAD_LETTERS),
            null,
            config.progress(),
            result.loop::activities,
            result.health::waits,
            meters);
    result.thread.start();
    return result;
  }

  private boolean kafkaReachable() {
    RoleHealth known = watch;
    return known != null && known.kafkaReachable();
  }

  /** What keeps it from working, a line each; none if nothing does. */
  public List<String> problems() {
    List<String> problems = health.problems();
    RoleHealth known = watch;
    if (known != null) {
      problems.addAll(known.problems());
    }
    return problems;
  }

  /** Whether it runs. */
  public boolean alive() {
    RoleHealth known = watch;
    return thread.isAlive() && !health.stopped() && (known == null || known.alive());
  }

  private void run() {
    try {
      loop.run(Topics.ENRICHED.name());
    } catch (MisconfiguredException e) {
      stops(String.valueOf(e.getMessage()));
    } catch (RuntimeException | Error e) {
      Optional<String> refusal = KafkaRefusals.line(e, "Kafka");
      if (refusal.isPresent()) {
        stops(refusal.get());
      } else {
        LOG.error("The sink's thread ends", e);
        health.stops("unexpected " + e.getClass().getSimpleName() + ", see the log");
      }
    } finally {
      closeAll();
    }
  }

  private void stops(String reason) {
    LOG.error("The sink stops: {}", reason);
    health.stops(reason);
  }

  private void closeWatch() {
    RoleHealth known = watch;
    if (known != null) {
      known.close();
    }
  }

  private void closeAll() {
    closeWatch();
    try {
      consumer.close(CloseOptions.timeout(LEAVE));
    } catch (KafkaException e) {
      LOG.warn("Leaving the group failed; it will notice by itself: {}", e.getMessage());
    }
    deadLetters.close();
    meters.close();
    store.close();
  }

  /** Stores what is fetched and stops, within the configured limit. */
  @Override
  public void close() {
    closeWatch();
    loop.stop();
    if (!Threads.end(thread, closeTimeout)) {
      LOG.warn("The sink did not stop within {} and was interrupted", closeTimeout);
    }
  }
}
