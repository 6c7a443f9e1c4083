package io.keeling.app.pipeline;

import io.keeling.app.config.ConfigLoader;
import io.keeling.app.config.EmbeddedConfig;
import io.keeling.app.config.KeelingConfig;
import io.keeling.app.embedded.DataDirectory;
import io.keeling.app.embedded.FreeSpace;
import io.keeling.app.embedded.PortCheck;
import io.keeling.app.embedded.ServersFile;
import io.keeling.app.failure.UserException;
import io.keeling.app.logging.Logging;
import io.keeling.app.role.RoleName;
import io.keeling.app.role.RunningRole;
import io.keeling.contract.source.Source;
import io.keeling.desk.accounts.FirstLink;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.embedded.postgres.EmbeddedDatabase;
import io.keeling.ingest.config.NetworkConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Everything in one process: Kafka, PostgreSQL and all roles, on one data directory. Threads may
 * share it.
 */
public final class Pipeline implements AutoCloseable {

  /**
   * How long a consumer waits at an empty topic, in milliseconds. A longer wait saves processor
   * time, as there are fewer empty answers (docs/studies/an-idle-keeling.md), but closing has to
   * wait for an answer.
   */
  private static final String FETCH_WAIT = "2000";

  private final KeelingConfig config;
  private final int sources;
  private final List<RunningRole> roles;
  private final CompletionStage<FirstLink> firstLink;
  private final Closing closing;

  Pipeline(
      KeelingConfig config,
      int sources,
      List<RunningRole> roles,
      CompletionStage<FirstLink> firstLink,
      Closing closing) {
    this.config = config;
    this.sources = sources;
    this.roles = roles;
    this.firstLink = firstLink;
    this.closing = closing;
  }

  /** Starts everything, reporting each step. Adds the sources to those of the settings. */
  public static Pipeline start(
      ConfigLoader loader, List<Source> sources, Consumer<String> progress) {
    KeelingConfig before = loader.load();
    EmbeddedConfig embedded = before.embedded();
    Closing closing = new Closing();
    try {
      DataDirectory directory = closing.add(DataDirectory.open(Path.of(embedded.directory())));
      directory.requireWhole();
      Logging.toFile(
          directory.resolve("keeling.log"), before.logging().format(), before.logging().level());
      KeelingConfig config =
          loader
              .with(overrides(embedded, directory))
              .load()
              .withKafkaDefault("fetch.max.wait.ms", FETCH_WAIT);
      EmbeddedDatabase.stopLeftover(directory.resolve("postgres"));
      DiskWatch disk =
          closing.add(
              DiskWatch.start(
                  directory.path(),
                  () -> EmbeddedDatabase.stopLeftover(directory.resolve("postgres"))));
      EmbeddedKafka.whenItHalts(disk::brokerHalts);
      requireFreePorts(config);
      closing.add(ServersFile.write(directory.path(), forCommands(config, directory)));
      try (StartParts parts = new StartParts(progress)) {
        return new StartingPipeline(config, directory, closing, parts).start(sources);
      }
    } catch (IOException | RuntimeException e) {
      RuntimeException failure = failure(embedded, e);
      closing.close();
      throw failure;
    } catch (Error e) {
      closing.close();
      throw e;
    }
  }

  private static RuntimeException failure(EmbeddedConfig embedded, Exception cause) {
    if (cause instanceof UserException refusal) {
      return refusal;
    }
    Optional<String> full = new FreeSpace(Path.of(embedded.directory())).exhausted();
    if (full.isEmpty() && cause instanceof RuntimeException failure) {
      return failure;
    }
    return new UserException(
        full.orElse("cannot start on " + embedded.directory() + ": " + cause.getMessage()), cause);
  }

  private static Map<String, String> overrides(EmbeddedConfig embedded, DataDirectory directory) {
    return Map.of(
        "kafka.bootstrapServers",
        "127.0.0.1:" + embedded.kafkaPort(),
        "database.url",
        "jdbc:postgresql://127.0.0.1:" + embedded.postgresPort() + "/postgres",
        "database.user",
        EmbeddedDatabase.USER,
        "ingest.streams.stateDirectory",
        directory.resolve("ingest").toString(),
        "enrich.stateDirectory",
        directory.resolve("enrich").toString(),
        "desk.search.directory",
        directory.resolve("search").toString());
  }

  /** Returns settings for commands beside this process: addresses, and ingest's fetch rules. */
  private static Map<String, Object> forCommands(KeelingConfig config, DataDirectory directory) {
    Map<String, Object> settings = new HashMap<>(overrides(config.embedded(), directory));
    NetworkConfig network = config.ingest().network();
    if (!network.equals(KeelingConfig.defaults().ingest().network())) {
      settings.put("ingest.network", network);
    }
    return settings;
  }

  private static void requireFreePorts(KeelingConfig config) {
    String loopback = "127.0.0.1";
    PortCheck.requireFree(loopback, config.embedded().kafkaPort(), "Kafka", "embedded.kafkaPort");
    PortCheck.requireFree(
        loopback, config.embedded().postgresPort(), "PostgreSQL", "embedded.postgresPort");
    PortCheck.requireFree(
        config.desk().bindAddress(), config.desk().port(), "the page", "desk.port");
    for (RoleName role : RoleName.values()) {
      PortCheck.requireFree(
          config.health().bindAddress(),
          role.healthPort(config.health()),
          "the health of " + (role == RoleName.DESK ? "the desk" : role.label()),
          "health." + role.label() + "Port");
    }
  }

  public KeelingConfig config() {
    return config;
  }

  /** Returns the number of sources in the catalogue at the start. */
  public int sources() {
    return sources;
  }

  public List<RunningRole> roles() {
    return roles;
  }

  /** Returns the first operator's link; never completed if there already is an operator. */
  public CompletionStage<FirstLink> firstLink() {
    return firstLink;
  }

  /** Stops all roles, then PostgreSQL and Kafka. */
  @Override
  public void close() {
    closing.close();
  }
}
