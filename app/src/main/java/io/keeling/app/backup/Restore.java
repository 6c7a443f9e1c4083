package io.keeling.app.backup;

import io.keeling.app.failure.UserException;
import io.keeling.contract.removal.Removal;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.runtime.kafka.KafkaConnection;
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
 * Puts a backup back into a Kafka that has nothing of Keeling's yet: the same records in the same
 * partitions, in the same order and with the same times. Of an article that is taken down it puts
 * back that it is, and none of its versions. Not for sharing between threads.
 */
public final class Restore {

  /**
   * How many records were put back.
   *
   * @param records of each topic
   * @param leftOut versions of articles that are taken down
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
   * @param runs those that are put back, from the first on; one at least
   * @param contents what this release backs up, such as {@link BackupContents#ALL}
   * @throws UserException if the backup has a topic or table that this release does not know
   */
  public Restore(BackupDirectory directory, List<Manifest> runs, BackupContents contents) {
    this.directory = directory;
    this.runs = List.copyOf(runs);
    this.last = runs.get(runs.size() - 1);
    this.contents = contents;
    List<String> unknown = new ArrayList<>(last.cuts().stream().map(TopicCut::topic).toList());
    unknown.addAll(last.tables());
    unknown.removeAll(contents.topics().stream().map(BackedUpTopic::name).toList());
    unknown.removeAll(contents.tables());
    if (!unknown.isEmpty()) {
      throw new UserException(
          "%s holds %s, which this release does not know; keeling %s wrote it."
              .formatted(directory, String.join(" and ", unknown), last.keeling()));
    }
  }

  /**
   * Reads every file that would be put back, and compares its digest.
   *
   * @param step is told of each file
   * @return how many records and rows they have
   * @throws UserException if one is missing or damaged
   * @throws IOException if one cannot be read
   */
  public long verify(Runnable step) throws IOException {
    List<Segment> all = new ArrayList<>();
    contents.topics().forEach(topic -> all.addAll(segments(topic)));
    contents.tables().forEach(table -> all.addAll(last.segments(table)));
    for (Segment segment : all) {
      directory.verify(segment);
      step.run();
    }
    return all.stream().mapToLong(Segment::records).sum();
  }

  private List<Segment> segments(BackedUpTopic topic) {
    return switch (topic.keep()) {
      case EVERY_RECORD ->
          runs.stream().flatMap(run -> run.segments(topic.name()).stream()).toList();
      case LAST_OF_KEY -> last.segments(topic.name());
    };
  }

  /**
   * Makes sure that there is nothing yet where the backup is put back to, and makes the topics.
   *
   * @param applications ids of the Streams applications, which must have no state yet
   * @param replicas of topics that are made; empty for the broker's default
   * @throws UserException if a topic is there and has records, or other partitions, or a table has
   *     rows
   * @throws SQLException if the database does not answer
   * @throws org.apache.kafka.common.KafkaException if the broker cannot be reached
   */
  public void prepare(
      KafkaConnection kafka,
      BackedUpDatabase database,
      List<String> applications,
      Optional<Short> replicas)
      throws SQLException {
    try (EmptyKafka empty = new EmptyKafka(kafka)) {
      empty.requireNoState(applications);
      for (BackedUpTopic topic : contents.topics()) {
        last.cut(topic.name())
            .ifPresent(cut -> empty.prepare(topic.topic(), cut.next().size(), replicas));
      }
    }
    if (contents.tables().isEmpty()) {
      return;
    }
    try (Connection connection = database.open()) {
      TableRows rows = new TableRows(connection);
      for (String table : contents.tables()) {
        rows.requireEmpty(table);
      }
    }
  }

  /**
   * Puts the tables back, all in one transaction. {@link #verify} and {@link #prepare} come before.
   *
   * @param step is told of each row
   * @throws UserException if a table has rows
   * @throws IOException if a file cannot be read
   * @throws SQLException if the database does not answer, or refuses
   */
  public void tables(BackedUpDatabase database, Runnable step) throws IOException, SQLException {
    try (Connection connection = database.open()) {
      connection.setAutoCommit(false);
      TableRows rows = new TableRows(connection);
      for (String table : contents.tables()) {
        rows.requireEmpty(table);
        for (Segment segment : last.segments(table)) {
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

  /**
   * Puts the topics back. {@link #verify} and {@link #prepare} come before.
   *
   * @param step is told of each record
   * @throws IOException if a file cannot be read
   * @throws org.apache.kafka.common.KafkaException if the broker cannot be reached
   */
  public Result topics(KafkaConnection kafka, Runnable step) throws IOException {
    Set<String> removed = removed();
    Map<String, Long> counts = new HashMap<>();
    long[] leftOut = new long[1];
    try (RecordSender sender = new RecordSender(kafka)) {
      for (BackedUpTopic topic : contents.topics()) {
        long[] count = new long[1];
        for (Segment segment : segments(topic)) {
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
        // The next topic's records come when all of this one's are there.
        sender.flush();
        counts.put(topic.name(), count[0]);
      }
    }
    return new Result(counts, leftOut[0]);
  }

  private void records(Segment segment, Consumer<ProducerRecord<byte[], byte[]>> reader)
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

  /** The ids of articles that are taken down, as the last run has it. */
  private Set<String> removed() throws IOException {
    Set<String> removed = new HashSet<>();
    for (Segment segment : last.segments(Topics.REMOVALS.name())) {
      records(
          segment,
          record -> {
            try {
              Removal removal = ContractSerdes.REMOVAL.deserialize(record.topic(), record.value());
              if (removal != null && removal.removed()) {
                removed.add(removal.id());
              }
            } catch (SerializationException e) {
              // Ingest cannot read it either.
            }
          });
    }
    return removed;
  }
}
