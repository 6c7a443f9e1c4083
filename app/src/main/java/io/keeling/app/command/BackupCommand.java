package io.keeling.app.command;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import io.keeling.app.build.Build;
import io.keeling.app.config.KeelingConfig;
import io.keeling.app.failure.UserException;
import io.keeling.app.kafka.Kafka;
import io.keeling.app.kafka.KafkaFailures;
import io.keeling.app.terminal.Printable;
import io.keeling.app.terminal.Progress;
import io.keeling.app.terminal.Terminal;
import io.keeling.backup.Backup;
import io.keeling.backup.BackupContents;
import io.keeling.backup.BackupDirectory;
import io.keeling.backup.BackupException;
import io.keeling.backup.BackupMark;
import io.keeling.backup.BackupSegment;
import io.keeling.backup.Manifest;
import io.keeling.backup.TopicCut;
import io.keeling.contract.topic.Topics;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.storage.ConnectionFailures;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The command {@code keeling backup}, which copies all data that cannot be rebuilt into files. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = {
      "Copies articles, sources and everything that editors saved into a directory or an S3"
          + " bucket.",
      "Everything may keep running. Articles come with all their versions and takedowns. A further"
          + " run adds what is new.",
      "Files never change once they are written, so any program that copies new files can take them"
          + " elsewhere.",
      "The usual AWS_ variables and files say where S3 is and who may write there. docs/backup.md"
          + " has the rest."
    })
public final class BackupCommand implements Runnable {

  private static final String RUN_AGAIN = "Earlier runs are unchanged; run it again.";

  @Parameters(
      paramLabel = "DIR|s3://BUCKET/PREFIX",
      description = "Where the backup is; created if missing, except for a bucket.")
  private String directory = "";

  @Mixin private ConfigOption config;

  @picocli.CommandLine.Spec private picocli.CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    KeelingConfig settings = config.load();
    KafkaConnection kafka = Kafka.reachable(settings.kafka().connection(), Topics.ARTICLES);
    Progress progress = new Progress(Terminal.standardError(), "records written", 0);
    try (BackupDirectory backup = BackupDirectory.forWriting(directory)) {
      Manifest manifest =
          new Backup(
                  kafka,
                  settings.database(),
                  backup,
                  BackupContents.ALL,
                  Clock.systemUTC(),
                  Build.version())
              .run(progress::step);
      progress.finish();
      say(manifest);
      tellTheDesk(kafka, manifest);
    } catch (BackupException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    } catch (KafkaException e) {
      throw KafkaFailures.midway(kafka, e, RUN_AGAIN);
    } catch (SQLException e) {
      throw failed(ConnectionFailures.line(settings.database(), e), e);
    } catch (IOException e) {
      throw failed(
          "cannot write a backup to %s: %s."
              .formatted(directory, Printable.line(String.valueOf(e.getMessage()))),
          e);
    }
  }

  /** Records the backup for the alert on old backups. The backup is complete even if this fails. */
  private void tellTheDesk(KafkaConnection kafka, Manifest manifest) {
    try {
      BackupMark.leave(kafka, manifest.takenAt());
    } catch (KafkaException e) {
      PrintWriter out = spec.commandLine().getOut();
      out.println(
          "Metrics do not show this backup, because Kafka did not take the note of it: "
              + Printable.line(String.valueOf(e.getMessage())));
      out.flush();
    }
  }

  private static UserException failed(String why, Exception cause) {
    return new UserException(why + " " + RUN_AGAIN, cause);
  }

  private void say(Manifest manifest) {
    Map<String, Long> records =
        manifest.segments().stream()
            .collect(
                groupingBy(BackupSegment::of, TreeMap::new, summingLong(BackupSegment::records)));
    PrintWriter out = spec.commandLine().getOut();
    out.println("Run %d in %s:".formatted(manifest.run(), directory));
    Stream.concat(manifest.cuts().stream().map(TopicCut::topic), manifest.tables().stream())
        .forEach(
            name -> out.println("  %,d of %s".formatted(records.getOrDefault(name, 0L), name)));
    out.flush();
  }
}
