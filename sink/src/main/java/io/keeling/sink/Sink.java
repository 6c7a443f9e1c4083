package io.keeling.sink;

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
import io.keeling.storage.DatabaseFailure;
import io.keeling.storage.DatabaseFailure.Remedy;
import io.keeling.storage.Migrations;
import io.keeling.storage.SqlFailures;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running sink: stores the records of {@code keeling.enriched} in PostgreSQL, each once.
 * Several sinks may use one database; Kafka distributes the partitions among them. Thread-safe.
 *
 * <p>Rows and offsets are written in one transaction, so nothing is repeated after a crash. A
 * record that cannot be stored becomes a dead letter, without the other records of its batch. While
 * the database is unavailable, the sink waits.
 */
public final class Sink implements AutoCloseable {

  public static final String GROUP = Consumers.GROUP;

  private static final Logger LOG = LoggerFactory.getLogger(Sink.class);

  /** Longest time for leaving the group: a small part of the close timeout. */
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

  private Sink(
      KafkaConnection kafka,
      DatabaseConfig database,
      SinkConfig config,
      MeterRegistry registry,
      Tracing tracing) {
    boolean migrated = prepare(database);
    this.store = BatchStore.open(database);
    this.consumer = Consumers.open(kafka, config);
    this.deadLetters = new DeadLetterSender(kafka);
    this.meters = new SinkMetrics(registry, tracing, this::kafkaReachable);
    this.loop =
        new SinkLoop(database, config, migrated, consumer, store, deadLetters, meters, health);
    this.closeTimeout = config.closeTimeout();
    this.thread = new Thread(this::run, "keeling-sink");
  }

  /** Starts the sink, without tracing. */
  public static Sink start(
      KafkaConnection kafka, DatabaseConfig database, SinkConfig config, MeterRegistry meters) {
    return start(kafka, database, config, meters, Tracing.OFF);
  }

  /**
   * Migrates the database to this release's schema and starts the sink. The topics must exist. If
   * the database does not answer, the sink waits for it in the background.
   *
   * @throws MisconfiguredException if the database refuses the user or the schema
   * @throws IllegalArgumentException if the file with the password cannot be read
   * @throws KafkaException if the properties of the connection are invalid
   */
  public static Sink start(
      KafkaConnection kafka,
      DatabaseConfig database,
      SinkConfig config,
      MeterRegistry meters,
      Tracing tracing) {
    Sink result = new Sink(kafka, database, config, meters, tracing);
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

  /**
   * Migrates the database to this release's schema, for a caller that needs the tables before the
   * topics exist.
   *
   * @return false if the database does not answer
   * @throws MisconfiguredException if the database refuses the user or the schema
   */
  public static boolean prepare(DatabaseConfig database) {
    try {
      Migrations.apply(database);
      return true;
    } catch (FlywayException e) {
      DatabaseFailure failure = SqlFailures.of(e);
      if (failure.remedy() != Remedy.WAIT) {
        throw MisconfiguredException.ofDatabase("the database " + database, failure, e);
      }
      LOG.warn(
          "The database {} does not answer yet; the sink waits for it: {}",
          database,
          failure.message());
      return false;
    }
  }

  private boolean kafkaReachable() {
    RoleHealth known = watch;
    return known != null && known.kafkaReachable();
  }

  /** Why the sink stores nothing now, one line for each reason; empty if it works. */
  public List<String> problems() {
    List<String> problems = health.problems();
    RoleHealth known = watch;
    if (known != null) {
      problems.addAll(known.problems());
    }
    return problems;
  }

  /** Whether the sink can go on without a restart; if not, {@link #problems()} says why. */
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
        LOG.error("The sink's thread failed", e);
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
      LOG.warn(
          "Cannot leave the consumer group, which will notice after its session timeout: {}",
          e.getMessage());
    }
    deadLetters.close();
    meters.close();
    store.close();
  }

  /** Stores what was fetched and stops, within {@link SinkConfig#closeTimeout()}. */
  @Override
  public void close() {
    closeWatch();
    loop.stop();
    if (!Threads.end(thread, closeTimeout)) {
      LOG.warn("The sink did not stop within {} and was interrupted", closeTimeout);
    }
  }
}
