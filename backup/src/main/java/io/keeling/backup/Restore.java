package io.keeling.backup;

import io.keeling.contract.removal.Removal;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.TopicSpec;
import io.keeling.contract.topic.Topics;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.storage.DatabaseConfig;
import io.keeling.storage.DatabaseLook;
import io.keeling.storage.Migrations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Restores a backup into a Kafka that has nothing of Keeling's yet: the same records in the same
 * partitions, in the same order and with the same times. For an article that was taken down, it
 * restores the takedown and none of the versions. Not for sharing between threads.
 */
public final class Restore {

  /**
   * The number of records restored.
   *
   * @param records of each topic
   * @param leftOut versions left out because their articles were taken down
   */
  public record Result(Map<String, Long> records, long leftOut) {
    public Result {
      records = Map.copyOf(records);
    }
  }

  private final BackupDirectory directory;
  private final List<Manifest> runs;
  private final Manifest last;
  private final BackupContents contents;

  /**
   * @param runs the runs to restore, from the first on; at least one
   * @param contents what this release backs up, such as {@link BackupContents#ALL}
   * @throws BackupException if the backup has a topic or table that this release does not know
   */
  public Restore(BackupDirectory directory, List<Manifest> runs, BackupContents contents) {
    this.directory = directory;
    this.runs = List.copyOf(runs);
    this.last = runs.get(runs.size() - 1);
    this.contents = contents;
    List<String> unknown = new ArrayList<>(last.cuts().stream().map(TopicCut::topic).toList());
    unknown.addAll(last.tables());
    unknown.removeAll(contents.topics().stream().map(TopicSpec::name).toList());
    unknown.removeAll(contents.tables());
    if (!unknown.isEmpty()) {
      throw new BackupException(
          "%s holds %s, which this release does not know; keeling %s wrote it."
              .formatted(directory, String.join(" and ", unknown), last.keeling()));
    }
  }

  /**
   * Verifies every file that would be restored, by its digest.
   *
   * @param step called for each file
   * @return the number of records and rows in them
   * @throws BackupException if a file is missing or damaged
   * @throws IOException if a file cannot be read
   */
  public long verify(Runnable step) throws IOException {
    List<BackupSegment> all = new ArrayList<>();
    contents.topics().forEach(topic -> all.addAll(segments(topic)));
    contents.tables().forEach(table -> all.addAll(last.segments(table)));
    for (BackupSegment segment : all) {
      directory.verify(segment);
      step.run();
    }
    return all.stream().mapToLong(BackupSegment::records).sum();
  }

  private List<BackupSegment> segments(TopicSpec topic) {
    return BackupContents.isCompacted(topic)
        ? last.segments(topic.name())
        : runs.stream().flatMap(run -> run.segments(topic.name()).stream()).toList();
  }

  /**
   * Restores tables and topics; creates those that are missing. Call {@link #verify} first.
   *
   * @param applications ids of the Streams applications, which must have no state yet
   * @param replicas replicas of topics that are created; empty for the broker's default
   * @param step called for each row and record
   * @throws BackupException if a topic has records or another number of partitions, or a table has
   *     rows
   * @throws IOException if a file cannot be read
   * @throws SQLException if the database does not answer, or refuses a row
   * @throws org.flywaydb.core.api.FlywayException if the tables cannot be created
   * @throws org.apache.kafka.common.KafkaException if the broker cannot be reached
   */
  public Result run(
      KafkaConnection kafka,
      DatabaseConfig database,
      List<String> applications,
      Optional<Short> replicas,
      Runnable step)
      throws IOException, SQLException {
    DatabaseLook.connect(database).close(); // checks that it answers before anything is created
    Migrations.apply(database);
    UnfinishedRestore mark = new UnfinishedRestore(kafka);
    try {
      prepare(kafka, database, applications, replicas);
    } catch (BackupException e) {
      throw mark.isSet()
          ? new BackupException(
              "an earlier restore did not finish: %s %s"
                  .formatted(e.getMessage(), UnfinishedRestore.ANEW),
              e)
          : e;
    }
    mark.begin();
    putTablesBack(database, step);
    Result result = putTopicsBack(kafka, step);
    mark.end();
    return result;
  }

  /** Checks that nothing is there yet, and creates the topics. */
  private void prepare(
      KafkaConnection kafka,
      DatabaseConfig database,
      List<String> applications,
      Optional<Short> replicas)
      throws SQLException {
    try (EmptyKafka empty = new EmptyKafka(kafka)) {
      empty.requireNoState(applications);
      for (TopicSpec topic : contents.topics()) {
        last.cut(topic.name()).ifPresent(cut -> empty.prepare(topic, cut.next().size(), replicas));
      }
    }
    try (Connection connection = DatabaseLook.connect(database)) {
      TableRows rows = new TableRows(connection);
      for (String table : contents.tables()) {
        rows.requireEmpty(table);
      }
    }
  }

  /** Restores all tables in one transaction. */
  private void putTablesBack(DatabaseConfig database, Runnable step)
      throws IOException, SQLException {
    try (Connection connection = DatabaseLook.connect(database)) {
      connection.setAutoCommit(false);
      TableRows rows = new TableRows(connection);
      for (String table : contents.tables()) {
        rows.requireEmpty(table);
        for (BackupSegment segment : last.segments(table)) {
          directory.forEach(
              segment,
              row -> {
                rows.insert(table, row);
                step.run();
              });
        }
        rows.continueNumbers(table);
      }
      connection.commit();
    }
  }

  private Result putTopicsBack(KafkaConnection kafka, Runnable step) throws IOException {
    Set<String> removed = removed();
    Map<String, Long> counts = new HashMap<>();
    long[] leftOut = new long[1];
    try (RecordSender sender = new RecordSender(kafka)) {
      for (TopicSpec topic : contents.topics()) {
        long[] count = new long[1];
        for (BackupSegment segment : segments(topic)) {
          records(
              segment,
              record -> {
                if (isOfRemoved(record, removed)) {
                  leftOut[0]++;
                } else {
                  sender.send(record);
                  count[0]++;
                }
                step.run();
              });
        }
        // The next topic begins once all records of this one are stored.
        sender.flush();
        counts.put(topic.name(), count[0]);
      }
    }
    return new Result(counts, leftOut[0]);
  }

  private void records(BackupSegment segment, Consumer<ProducerRecord<byte[], byte[]>> reader)
      throws IOException {
    directory.forEach(
        segment, line -> reader.accept(RecordLine.parse(line, segment.of(), segment.partition())));
  }

  private static boolean isOfRemoved(ProducerRecord<byte[], byte[]> record, Set<String> removed) {
    return record.topic().equals(Topics.ARTICLES.name())
        && record.value() != null
        && record.key() != null
        && removed.contains(new String(record.key(), StandardCharsets.UTF_8));
  }

  /** The ids of the articles that are taken down according to the last run. */
  private Set<String> removed() throws IOException {
    Set<String> removed = new HashSet<>();
    for (BackupSegment segment : last.segments(Topics.REMOVALS.name())) {
      records(
          segment,
          record -> {
            try {
              Removal removal = ContractSerdes.REMOVAL.deserialize(record.topic(), record.value());
              if (removal != null && removal.removed()) {
                removed.add(removal.id());
              }
            } catch (SerializationException e) {
              // Ingest cannot read this record either, so it takes nothing down.
            }
          });
    }
    return removed;
  }
}
