package io.keeling.app.kafka;

import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.TopicScan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads single records by their position. For one thread. */
public final class RecordAt implements AutoCloseable {

  /** Time limit for reading a record, as a person waits for it. */
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** Duration of one poll, which is also the interval at which the time limit is checked. */
  private static final Duration POLL = Duration.ofMillis(500);

  /**
   * Maximum bytes of one fetch: a broker sends at least one batch anyway, and everything after the
   * wanted record is useless.
   */
  private static final int FETCH_BYTES = 64 * 1024;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private @Nullable TopicPartition assigned;

  public RecordAt(KafkaConnection kafka) {
    consumer =
        TopicScan.consumer(
            kafka,
            Map.of(
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                1,
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                FETCH_BYTES));
  }

  /** Returns the record at a position; null if retention has removed it. */
  public @Nullable ConsumerRecord<byte[], byte[]> read(String topic, int partition, long offset) {
    TopicPartition wanted = new TopicPartition(topic, partition);
    if (!wanted.equals(assigned)) {
      consumer.assign(List.of(wanted));
      assigned = wanted;
    }
    if (consumer.position(wanted) != offset) {
      consumer.seek(wanted, offset);
    }
    Instant end = Instant.now().plus(LIMIT);
    while (Instant.now().isBefore(end)) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        return record.offset() == offset ? record : null;
      }
    }
    return null;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
