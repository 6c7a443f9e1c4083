package io.keeling.backup;

import io.keeling.contract.topic.TopicSpec;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.KafkaFutures;
import io.keeling.runtime.kafka.TopicScan;
import io.keeling.storage.DatabaseConfig;
import io.keeling.storage.DatabaseLook;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Writes one run of a backup while Keeling is running. A run has the committed records up to the
 * ends that the topics have when it begins, except records in earlier runs. It also has the tables
 * as they are at one moment. Not for sharing between threads.
 */
public final class Backup {

  /**
   * Size before compression, in bytes, at which a new file begins. A damaged file must be copied
   * again as a whole, and 256 MiB are read in seconds.
   */
  private static final long LARGEST_FILE = 256L * 1024 * 1024;

  private final KafkaConnection kafka;
  private final DatabaseConfig database;
  private final BackupDirectory directory;
  private final BackupContents contents;
  private final Clock clock;
  private final String release;

  /** The state of a run in progress. */
  private record Run(@Nullable Manifest last, RunWriter writer, Runnable step) {}

  /**
   * @param contents what to back up, such as {@link BackupContents#ALL}
   * @param release this release, for the manifest
   */
  public Backup(
      KafkaConnection kafka,
      DatabaseConfig database,
      BackupDirectory directory,
      BackupContents contents,
      Clock clock,
      String release) {
    this.kafka = kafka;
    this.database = database;
    this.directory = directory;
    this.contents = contents;
    this.clock = clock;
    this.release = release;
  }

  /**
   * Writes a run.
   *
   * @param step called for each record and row
   * @throws BackupException if the backup is damaged, or is of other topics
   * @throws IOException if it cannot be written
   * @throws SQLException if the database cannot be read
   * @throws org.apache.kafka.common.KafkaException if the broker cannot be reached
   */
  public Manifest run(Runnable step) throws IOException, SQLException {
    List<Manifest> runs = directory.runs();
    Manifest last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
    Map<String, String> ids = new TreeMap<>();
    String cluster = look(ids);
    Instant takenAt = clock.instant();
    int number = runs.size() + 1;
    List<TopicCut> cuts = new ArrayList<>();
    List<BackupSegment> segments = new ArrayList<>();
    try (RunWriter writer = directory.begin(number, LARGEST_FILE)) {
      Run run = new Run(last, writer, step);
      copyTopics(run, ids, cuts, segments);
      copyTables(run, segments);
    }
    Manifest manifest =
        new Manifest(
            Manifest.FORMAT,
            number,
            takenAt,
            release,
            cluster,
            last == null ? null : directory.digest(last),
            cuts,
            contents.tables(),
            segments);
    directory.commit(manifest);
    return manifest;
  }

  /** Asks for the ids of the topics, and returns the id of the cluster. */
  private String look(Map<String, String> ids) {
    List<String> names = contents.topics().stream().map(TopicSpec::name).toList();
    try (Admin admin = Admin.create(kafka.clientProperties())) {
      KafkaFutures.get(admin.describeTopics(names).allTopicNames())
          .forEach((name, topic) -> ids.put(name, topic.topicId().toString()));
      return KafkaFutures.get(admin.describeCluster().clusterId());
    }
  }

  private void copyTopics(
      Run run, Map<String, String> ids, List<TopicCut> cuts, List<BackupSegment> segments)
      throws IOException {
    Map<TopicSpec, TopicScan> scans = new LinkedHashMap<>();
    try {
      // The ends of all topics are fixed before the first record is read.
      for (TopicSpec topic : contents.topics()) {
        scans.put(topic, scan(topic, id(ids, topic), run.last()));
      }
      for (Map.Entry<TopicSpec, TopicScan> entry : scans.entrySet()) {
        TopicSpec topic = entry.getKey();
        TopicScan scan = entry.getValue();
        TopicCut cut = new TopicCut(topic.name(), id(ids, topic), scan.ends());
        cuts.add(cut);
        if (!BackupContents.isCompacted(topic)) {
          copy(scan, run);
        } else if (run.last() != null && run.last().cuts().contains(cut)) {
          segments.addAll(run.last().segments(topic.name()));
        } else {
          copyLast(scan, run);
        }
        segments.addAll(run.writer().finish(topic.name()));
      }
    } finally {
      scans.values().forEach(TopicScan::close);
    }
  }

  private static String id(Map<String, String> ids, TopicSpec topic) {
    return Objects.requireNonNull(ids.get(topic.name()));
  }

  /** Opens a topic for reading up to its current end. */
  private TopicScan scan(TopicSpec topic, String id, @Nullable Manifest last) {
    TopicCut before = last == null ? null : last.cut(topic.name()).orElse(null);
    if (before != null && !before.topicId().equals(id)) {
      throw new BackupException(
          "%s is not the topic that %s has a backup of: it was deleted and created again, or belongs to another Kafka. Use another directory."
              .formatted(topic.name(), directory));
    }
    if (BackupContents.isCompacted(topic)) {
      return new TopicScan(kafka, topic.name(), null);
    }
    TopicScan scan =
        TopicScan.from(kafka, topic.name(), before == null ? List.of() : before.next());
    if (!scan.missing().isEmpty()) {
      scan.close();
      throw new BackupException(
          "%s has lost records that %s does not have yet, in partitions %s. Set its retention.ms to -1, and back up what is left to another directory."
              .formatted(topic.name(), directory, scan.missing()));
    }
    return scan;
  }

  private static void copy(TopicScan scan, Run run) throws IOException {
    while (scan.hasNext()) {
      run.writer().write(scan.next());
      run.step().run();
    }
  }

  private static void copyLast(TopicScan scan, Run run) throws IOException {
    Map<Bytes, ConsumerRecord<byte[], byte[]>> last = new LinkedHashMap<>();
    while (scan.hasNext()) {
      ConsumerRecord<byte[], byte[]> record = scan.next();
      Bytes key = Bytes.wrap(record.key());
      last.remove(key);
      if (record.value() != null) {
        last.put(key, record);
      }
    }
    for (ConsumerRecord<byte[], byte[]> record : last.values()) {
      run.writer().write(record);
      run.step().run();
    }
  }

  /** Copies tables, except those that have not changed since the run before. */
  private void copyTables(Run run, List<BackupSegment> segments) throws IOException, SQLException {
    try (Connection connection = DatabaseLook.connect(database)) {
      TableRows rows = new TableRows(connection);
      rows.snapshot();
      for (String table : contents.tables()) {
        rows.forEach(
            table,
            row -> {
              run.writer().write(table, row);
              run.step().run();
            });
        List<BackupSegment> written = run.writer().finish(table);
        List<BackupSegment> before = run.last() == null ? List.of() : run.last().segments(table);
        if (digests(written).equals(digests(before))) {
          run.writer().delete(written);
          segments.addAll(before);
        } else {
          run.writer().keep(written);
          segments.addAll(written);
        }
      }
    }
  }

  private static List<String> digests(List<BackupSegment> segments) {
    return segments.stream().map(BackupSegment::sha256).toList();
  }
}
