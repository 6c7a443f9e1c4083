package io.keeling.ingest.catalogue;

import io.keeling.contract.serde.JsonSerde;
import io.keeling.runtime.kafka.KafkaConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a compacted topic of JSON values from its beginning to its current end. Thread-safe.
 *
 * @param <T> the values
 */
public final class CompactedTopic<T> {

  private static final Logger LOG = LoggerFactory.getLogger(CompactedTopic.class);

  /**
   * How long a poll waits for records; must only be shorter than the time limit for the whole
   * topic.
   */
  private static final Duration POLL = Duration.ofMillis(500);

  /**
   * Milliseconds that the broker may wait for further records. Short, because reading stops at the
   * end that the topic had at the start, and closing waits for the last response.
   */
  private static final int FETCH_WAIT_MILLIS = 20;

  private final KafkaConnection kafka;
  private final String topic;
  private final JsonSerde<T> serde;
  private final Duration limit;

  /**
   * @param limit time limit for reading the topic
   */
  public CompactedTopic(KafkaConnection kafka, String topic, JsonSerde<T> serde, Duration limit) {
    this.kafka = kafka;
    this.topic = topic;
    this.serde = serde;
    this.limit = limit;
  }

  /**
   * Returns the values by key; none if the topic does not exist.
   *
   * @throws TimeoutException if the end is not reached in time
   */
  public Map<String, T> read() {
    Instant deadline = Instant.now().plus(limit);
    Map<String, T> values = new TreeMap<>();
    try (var consumer = KafkaConnection.consumer(properties())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      consumer.seekToBeginning(partitions);
      while (!ends.entrySet().stream()
          .allMatch(e -> consumer.position(e.getKey()) >= e.getValue())) {
        if (Instant.now().isAfter(deadline)) {
          throw new TimeoutException(
              "cannot read " + topic + " to its end within " + limit.toSeconds() + " s");
        }
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          apply(record, values);
        }
      }
    }
    return values;
  }

  private void apply(ConsumerRecord<String, byte[]> record, Map<String, T> values) {
    if (record.key() == null) {
      return;
    }
    try {
      T value = serde.deserialize(topic, record.value());
      if (value == null) {
        values.remove(record.key());
      } else {
        values.put(record.key(), value);
      }
    } catch (SerializationException e) {
      values.remove(record.key());
      LOG.warn(
          "Ignoring the unreadable record of {} in partition {} at offset {}: {}",
          topic,
          record.partition(),
          record.offset(),
          e.getMessage());
    }
  }

  private Map<String, Object> properties() {
    Map<String, Object> properties = kafka.clientProperties();
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) limit.toMillis());
    properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS);
    return properties;
  }
}
