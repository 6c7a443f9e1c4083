package io.keeling.sink;

import io.keeling.sink.batch.PendingBatches;
import io.keeling.sink.database.BatchStore;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

/**
 * The sink's partitions and its position in each: the offset in the database, not the one that
 * Kafka keeps for the group. A partition is paused until its offset has been read. Used by the
 * consumer's thread.
 */
final class Positions implements ConsumerRebalanceListener {

  private final Consumer<byte[], byte[]> consumer;
  private final BatchStore store;
  private final PendingBatches backlog;
  private final SinkHealth health;
  private final Map<TopicPartition, Long> stored = new HashMap<>();
  private final Set<TopicPartition> unknown = new HashSet<>();
  private boolean joined;

  Positions(
      Consumer<byte[], byte[]> consumer,
      BatchStore store,
      PendingBatches backlog,
      SinkHealth health) {
    this.consumer = consumer;
    this.store = store;
    this.backlog = backlog;
    this.health = health;
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    unknown.addAll(partitions);
    consumer.pause(partitions);
    joined = true;
    health.joined();
  }

  /** Drops the pending records of partitions that go to another sink, which reads them again. */
  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    Set<TopicPartition> gone = Set.copyOf(partitions);
    backlog.drop(gone);
    stored.keySet().removeAll(gone);
    unknown.removeAll(gone);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    onPartitionsRevoked(partitions);
  }

  boolean incomplete() {
    return !unknown.isEmpty();
  }

  /**
   * Reads missing offsets from the database and seeks there.
   *
   * @throws SQLException if the database does not answer; then nothing has changed
   */
  void complete() throws SQLException {
    if (!unknown.isEmpty()) {
      store
          .offsets(unknown)
          .forEach(
              (partition, offset) -> {
                consumer.seek(partition, offset);
                stored.put(partition, offset);
              });
      unknown.clear();
    }
  }

  /**
   * Drops all offsets and pending records after another sink has moved offsets, so that they are
   * read again.
   */
  void forget() {
    backlog.clear();
    stored.clear();
    unknown.addAll(consumer.assignment());
  }

  /** The offsets that the database must have before a batch of these partitions is stored. */
  Map<TopicPartition, Long> expected(Set<TopicPartition> partitions) {
    Map<TopicPartition, Long> result = new LinkedHashMap<>();
    partitions.forEach(partition -> result.put(partition, stored.get(partition)));
    return result;
  }

  void moved(Map<TopicPartition, Long> next) {
    stored.putAll(next);
  }

  /** Returns the sink's partitions; empty before it has joined its group and read its offsets. */
  Optional<Set<TopicPartition>> own() {
    return joined && unknown.isEmpty() ? Optional.of(stored.keySet()) : Optional.empty();
  }
}
