package io.keeling.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.app.CommandRun;
import io.keeling.app.reprocess.PipelineServers;
import io.keeling.app.reprocess.TableDump;
import io.keeling.embedded.FreePorts;
import io.keeling.embedded.postgres.EmbeddedDatabase;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.storage.DatabaseConfig;
import io.keeling.storage.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Servers that are backed up, and commands on them and others. Not for sharing between threads. */
final class BackupTrial implements AutoCloseable {

  private final Path directory;
  private final PipelineServers live;
  private final Map<PipelineServers, TableDump> kept = new IdentityHashMap<>();

  BackupTrial(Path directory) throws IOException {
    this.directory = directory;
    this.live = servers("live");
  }

  /** Others, which the test closes. */
  PipelineServers servers(String name) throws IOException {
    return new PipelineServers(directory.resolve(name));
  }

  PipelineServers live() {
    return live;
  }

  /** Where runs are written. */
  Path backup() {
    return directory.resolve("backup");
  }

  List<Manifest> runs() throws IOException {
    return BackupDirectory.forReading(backup().toString()).runs();
  }

  /** A command line that leads to these servers. */
  String[] arguments(KafkaConnection kafka, String database, List<String> arguments)
      throws IOException {
    List<Integer> ports = FreePorts.find(2);
    Path config =
        Files.writeString(
            directory.resolve("keeling.yaml"),
            """
            kafka: {bootstrapServers: "%s"}
            database: {url: "%s", user: %s}
            embedded: {kafkaPort: %d, postgresPort: %d}
            """
                .formatted(
                    kafka.bootstrapServers(),
                    database,
                    EmbeddedDatabase.USER,
                    ports.get(0),
                    ports.get(1)));
    return Stream.concat(arguments.stream(), Stream.of("--config", config.toString()))
        .toArray(String[]::new);
  }

  /** Runs a command on the servers that are backed up. */
  CommandRun run(String... arguments) throws IOException {
    return run(live, arguments);
  }

  private CommandRun run(PipelineServers on, String... arguments) throws IOException {
    return CommandRun.of(arguments(on.connection(), kept(on).url(), List.of(arguments)));
  }

  /** The database of what editors keep, with the tables of this release. */
  TableDump kept() {
    return kept(live);
  }

  /** The same of others. */
  TableDump kept(PipelineServers on) {
    return kept.computeIfAbsent(
        on,
        servers -> {
          TableDump tables = new TableDump();
          Migrations.apply(DatabaseConfig.at(tables.url(), EmbeddedDatabase.USER));
          return tables;
        });
  }

  void backUp() throws IOException {
    CommandRun ran = run("backup", backup().toString());
    assertThat(ran.status()).as(ran.err()).isZero();
  }

  CommandRun restore(PipelineServers to, String... options) throws IOException {
    return run(
        to,
        Stream.concat(Stream.of("restore", backup().toString()), Stream.of(options))
            .toArray(String[]::new));
  }

  @Override
  public void close() {
    live.close();
  }
}
