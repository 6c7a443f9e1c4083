package io.keeling.sink;

import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.sink.config.SinkConfig;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Creates the sink's consumer. */
final class Consumers {

  static final String GROUP = "keeling-sink";

  /**
   * Time without a heartbeat after which the group reassigns the sink's partitions: a little over
   * three heartbeat intervals. Brokers accept no less than 6 s by default.
   */
  private static final Duration SESSION = Duration.ofSeconds(10);

  private Consumers() {}

  static Consumer<byte[], byte[]> open(KafkaConnection kafka, SinkConfig config) {
    Map<String, Object> properties = kafka.clientProperties();
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    // If the topic no longer has the offset stored in the database, everything is read again.
    // Storing a record twice changes nothing.
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    // A live sink polls every few seconds even while it cannot store, so one that sends no
    // heartbeats is dead. After a kill its partitions stay idle until this time-out has passed.
    properties.putIfAbsent(
        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, Math.toIntExact(SESSION.toMillis()));
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.batchRecords());
    properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, config.batchBytes());
    properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, config.batchBytes());
    properties.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
