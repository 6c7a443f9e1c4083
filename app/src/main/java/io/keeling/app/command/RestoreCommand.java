package io.keeling.app.command;

import io.keeling.app.config.KeelingConfig;
import io.keeling.app.embedded.EmbeddedServers;
import io.keeling.app.failure.UserException;
import io.keeling.app.kafka.Kafka;
import io.keeling.app.kafka.KafkaFailures;
import io.keeling.app.pipeline.NewData;
import io.keeling.app.terminal.Printable;
import io.keeling.app.terminal.Progress;
import io.keeling.app.terminal.Terminal;
import io.keeling.backup.BackupContents;
import io.keeling.backup.BackupDirectory;
import io.keeling.backup.BackupException;
import io.keeling.backup.Manifest;
import io.keeling.backup.Restore;
import io.keeling.enrich.config.EnrichConfig;
import io.keeling.ingest.source.StateNames;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.storage.ConnectionFailures;
import io.keeling.storage.DatabaseConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code keeling restore}, which fills an empty Keeling from a backup. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = {
      "Puts a backup into an empty Keeling, before its roles are started.",
      "Every file is compared with its digest first. The roles make tables and index from it."
          + " docs/backup.md tells",
      "the rest."
    })
public final class RestoreCommand implements Runnable {

  @Parameters(paramLabel = "DIR|s3://BUCKET/PREFIX", description = "Where the backup is.")
  private String directory = "";

  @Mixin private ConfigOption config;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Into the data directory of \"keeling up\", which must be new or empty.")
  private @Nullable String data;

  @Option(
      names = "--run",
      paramLabel = "N",
      description = "Restore the state of that run instead of the last one.")
  private @Nullable Integer run;

  @Option(names = "--dry-run", description = "Only compare every file with its digest.")
  private boolean dryRun;

  @picocli.CommandLine.Spec private picocli.CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    try (BackupDirectory backup = BackupDirectory.forReading(directory)) {
      List<Manifest> runs = chosen(run == null ? backup.runs() : backup.runs(run));
      Restore restore = new Restore(backup, runs, BackupContents.ALL);
      Progress reading = new Progress(Terminal.standardError(), "files read", 0);
      long records = restore.verify(reading::step);
      reading.finish();
      Manifest last = runs.get(runs.size() - 1);
      say(
          "The backup is whole: %,d records up to run %d of %s."
              .formatted(records, last.run(), last.takenAt()));
      if (!dryRun) {
        restore(restore);
      }
    } catch (BackupException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new UserException(
          "cannot read %s: %s".formatted(directory, Printable.line(String.valueOf(e.getMessage()))),
          e);
    }
  }

  private List<Manifest> chosen(List<Manifest> runs) {
    if (run != null && run != runs.size()) {
      throw new UserException("%s has no run %d.".formatted(directory, run));
    }
    if (runs.isEmpty()) {
      throw new UserException(directory + " holds no backup.");
    }
    return runs;
  }

  private void restore(Restore restore) throws IOException {
    if (data == null) {
      KeelingConfig settings = config.load();
      KafkaConnection kafka = Kafka.reachable(settings.kafka().connection());
      restore(restore, settings, kafka, settings.database());
      return;
    }
    EmbeddedServers.require();
    KeelingConfig settings = config.loader().with(Map.of("embedded.directory", data)).load();
    NewData.fill(
        settings.embedded(), (kafka, database) -> restore(restore, settings, kafka, database));
  }

  private void restore(
      Restore restore, KeelingConfig settings, KafkaConnection kafka, DatabaseConfig database)
      throws IOException {
    Progress progress = new Progress(Terminal.standardError(), "records put back", 0);
    int replicas = data == null ? settings.kafka().replicas() : 0;
    try {
      Restore.Result result =
          restore.run(
              kafka,
              database,
              List.of(StateNames.APPLICATION, EnrichConfig.APPLICATION_ID),
              replicas == 0 ? Optional.empty() : Optional.of((short) replicas),
              progress::step);
      progress.finish();
      say(result);
    } catch (KafkaException e) {
      throw KafkaFailures.midway(kafka, e, anew());
    } catch (SQLException e) {
      throw failed(ConnectionFailures.line(database, e), e);
    }
  }

  private UserException failed(String why, Exception cause) {
    return new UserException(why + " " + anew(), cause);
  }

  private String anew() {
    return "Delete what was put back, %s, and run it again."
        .formatted(data == null ? "topics and tables" : data);
  }

  private void say(Restore.Result result) {
    BackupContents.ALL
        .topics()
        .forEach(
            topic ->
                say(
                    "  %,d of %s"
                        .formatted(result.records().getOrDefault(topic.name(), 0L), topic.name())));
    if (result.leftOut() > 0) {
      say("Left out: %,d versions of articles that are taken down.".formatted(result.leftOut()));
    }
    say("Start the roles: they make the other tables and the index of it.");
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
