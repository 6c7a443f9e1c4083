package io.keeling.verifier.check;

import io.keeling.contract.topic.Topics;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Tells what is still under way: records that a stage has not read, and transactions that have not
 * ended. For one thread.
 */
final class PendingWork {

  private static final List<String> APPLICATIONS = List.of("keeling-ingest", "keeling-enrich");

  private final Map<String, Object> kafka;

  PendingWork(Map<String, Object> kafka) {
    this.kafka = kafka;
  }

  /** A line for each thing that is under way; none when everything has come to rest. */
  List<String> underWay(Connection database) throws SQLException {
    List<String> result = new ArrayList<>();
    try (Admin admin = Admin.create(kafka);
        TopicContent topics = new TopicContent(kafka)) {
      Set<String> names = answer(admin.listTopics().names());
      for (String application : APPLICATIONS) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        inputs(application, names)
            .forEach(topic -> topics.partitions(topic).forEach(p -> offsets.put(p, 0L)));
        answer(admin.listConsumerGroupOffsets(application).partitionsToOffsetAndMetadata())
            .forEach(
                (partition, offset) ->
                    offsets.computeIfPresent(partition, (p, none) -> offset.offset()));
        unread(application, topics, offsets, result);
        openTransactions(admin, topics, offsets.keySet(), result);
      }
      Map<TopicPartition, Long> stored = new HashMap<>();
      topics.partitions(Topics.ENRICHED.name()).forEach(p -> stored.put(p, 0L));
      stored.putAll(storedOffsets(database));
      unread("sink", topics, stored, result);
      openTransactions(admin, topics, stored.keySet(), result);
    }
    return result;
  }

  /** What a client answers later; its own time-outs say how long that may take. */
  private static <T> T answer(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException failure ? failure : new KafkaException(e);
    }
  }

  private static Set<String> inputs(String application, Set<String> names) {
    Set<String> inputs = new HashSet<>();
    if (application.equals("keeling-ingest")) {
      inputs.add(Topics.PAGES.name());
    } else {
      inputs.addAll(List.of(Topics.ARTICLES.name(), Topics.CORRECTIONS.name()));
    }
    names.stream()
        .filter(name -> name.startsWith(application + "-") && name.endsWith("-repartition"))
        .forEach(inputs::add);
    return inputs;
  }

  private static void unread(
      String who, TopicContent topics, Map<TopicPartition, Long> offsets, List<String> result) {
    // Streams deletes what it has read from topics of its own.
    long records = topics.behind(offsets);
    if (records > 0) {
      result.add(records + " records not read by " + who);
    }
  }

  private static void openTransactions(
      Admin admin, TopicContent topics, Set<TopicPartition> partitions, List<String> result) {
    Map<TopicPartition, Long> committed = topics.ends(partitions);
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
    var ends = answer(admin.listOffsets(latest).all());
    ends.forEach(
        (partition, end) -> {
          if (end.offset() > Objects.requireNonNull(committed.get(partition))) {
            result.add("a transaction is open in " + partition);
          }
        });
  }

  private static Map<TopicPartition, Long> storedOffsets(Connection database) throws SQLException {
    Map<TopicPartition, Long> result = new HashMap<>();
    try (Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT topic, partition, next_offset FROM consumer_offset")) {
      while (row.next()) {
        result.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
      }
    }
    return result;
  }
}
