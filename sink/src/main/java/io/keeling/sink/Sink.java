package io.keeling.sink;

import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.tracing.Tracing;
import io.keeling.sink.config.MisconfiguredException;
import io.keeling.sink.config.SinkConfig;
import io.keeling.sink.run.SinkThread;
import io.keeling.storage.DatabaseConfig;
import io.keeling.storage.DatabaseFailure;
import io.keeling.storage.DatabaseFailure.Remedy;
import io.keeling.storage.Migrations;
import io.keeling.storage.SqlFailures;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sink: takes the records of {@code keeling.enriched} into PostgreSQL, each once. Several may
 * run on one database; Kafka shares the partitions out among them. Threads may share it.
 *
 * <p>Rows and offsets are written in one transaction, so a crash repeats nothing. A record that
 * cannot be stored becomes a dead letter, alone; while the database is away the sink waits.
 */
public final class Sink implements AutoCloseable {

  /** The consumer group of all sinks of a database. */
  public static final String GROUP = SinkThread.GROUP;

  private static final Logger LOG = LoggerFactory.getLogger(Sink.class);

  private final SinkThread thread;

  private Sink(SinkThread thread) {
    this.thread = thread;
  }

  /** Starts to store, and tells of no steps. */
  public static Sink start(
      KafkaConnection kafka, DatabaseConfig database, SinkConfig config, MeterRegistry meters) {
    return start(kafka, database, config, meters, Tracing.OFF);
  }

  /**
   * Brings the database to this release's schema and starts to store. The topics must exist. A
   * database that does not answer is waited for in the background.
   *
   * @param database where the articles go
   * @param meters gets the metrics under {@code keeling.sink}
   * @param tracing told of what is stored
   * @throws MisconfiguredException if the database refuses the user or the schema
   * @throws IllegalArgumentException if the file with the password cannot be read
   * @throws org.apache.kafka.common.KafkaException if the properties of the connection are invalid
   */
  public static Sink start(
      KafkaConnection kafka,
      DatabaseConfig database,
      SinkConfig config,
      MeterRegistry meters,
      Tracing tracing) {
    return new Sink(SinkThread.start(kafka, database, config, prepare(database), meters, tracing));
  }

  /**
   * Brings the database to this release's schema, as {@link #start} does: for whoever needs the
   * tables before the topics are there.
   *
   * @return whether it has been; if not, the database does not answer
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
      LOG.warn("The database {} does not answer yet: {}", database, failure.message());
      return false;
    }
  }

  /** One line for each reason why it does not store right now; none if it does. */
  public List<String> problems() {
    return thread.problems();
  }

  /** Whether it runs; if not, only a restart helps, and {@link #problems()} says why it ended. */
  public boolean alive() {
    return thread.alive();
  }

  /** Stores what is fetched and stops, within {@link SinkConfig#closeTimeout()}. */
  @Override
  public void close() {
    thread.close();
  }
}
