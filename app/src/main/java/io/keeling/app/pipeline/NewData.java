package io.keeling.app.pipeline;

import io.keeling.app.config.EmbeddedConfig;
import io.keeling.app.embedded.DataDirectory;
import io.keeling.app.embedded.PortCheck;
import io.keeling.app.failure.UserException;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.embedded.postgres.EmbeddedDatabase;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.storage.DatabaseConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Creates a data directory for {@code keeling up} and fills it, for example from a backup. Must not
 * be loaded before {@link io.keeling.app.embedded.EmbeddedServers#require} was called.
 */
public final class NewData {

  /** Something that fills Kafka and the database. */
  @FunctionalInterface
  public interface Filling {
    /**
     * Fills Kafka and the database.
     *
     * @throws IOException if the source of the data cannot be read
     */
    void fill(KafkaConnection kafka, DatabaseConfig database) throws IOException;
  }

  private static final String LOOPBACK = "127.0.0.1";

  private NewData() {}

  /** Fills a new data directory: starts Kafka and PostgreSQL, calls the filling, and stops them. */
  public static void fill(EmbeddedConfig embedded, Filling filling) throws IOException {
    Closing closing = new Closing();
    try {
      DataDirectory directory = closing.add(DataDirectory.open(Path.of(embedded.directory())));
      directory.requireWhole();
      if (Files.exists(directory.resolve("kafka")) || Files.exists(directory.resolve("postgres"))) {
        throw new UserException(directory + " has data already. Name a new directory with --data.");
      }
      PortCheck.requireFree(LOOPBACK, embedded.kafkaPort(), "Kafka", "embedded.kafkaPort");
      PortCheck.requireFree(
          LOOPBACK, embedded.postgresPort(), "PostgreSQL", "embedded.postgresPort");
      directory.restoring();
      EmbeddedKafka kafka =
          closing.add(EmbeddedKafka.start(directory.resolve("kafka"), embedded.kafkaPort()));
      closing.add(EmbeddedDatabase.start(directory.resolve("postgres"), embedded.postgresPort()));
      filling.fill(
          KafkaConnection.to(kafka.bootstrapServers()),
          DatabaseConfig.at(
              "jdbc:postgresql://%s:%d/postgres".formatted(LOOPBACK, embedded.postgresPort()),
              EmbeddedDatabase.USER));
      directory.whole();
    } finally {
      closing.close();
    }
  }
}
