package io.keeling.desk.index;

import io.keeling.runtime.kafka.ConsumerLag;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.KafkaFutures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads all partitions of a topic without a consumer group; the caller keeps the offsets. For one
 * thread.
 */
public final class TopicReader implements AutoCloseable {

  /** Maximum number of records in one poll. */
  private static final int MOST_RECORDS = 500;

  /**
   * Maximum size of one fetch, in bytes: a sixth of Kafka's default, to leave memory for the index.
   */
  private static final int MOST_BYTES = 8 * 1024 * 1024;

  /** Maximum time to wait for an answer from Kafka. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final String topic;
  private final Admin admin;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private List<TopicPartition> partitions = List.of();

  public TopicReader(KafkaConnection kafka, String topic) {
    this.topic = topic;
    Map<String, Object> properties = kafka.clientProperties();
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    // A missing offset is an error, since records may have been lost.
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_RECORDS);
    properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, MOST_BYTES);
    this.consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    try {
      this.admin = Admin.create(kafka.clientProperties());
    } catch (RuntimeException e) {
      consumer.close();
      throw e;
    }
  }

  /** The topic's id; it changes when a topic is created again. */
  public String topicId() {
    return describe().topicId().toString();
  }

  int partitionCount() {
    return describe().partitions().size();
  }

  private TopicDescription describe() {
    return Objects.requireNonNull(
        KafkaFutures.get(admin.describeTopics(Set.of(topic)).allTopicNames()).get(topic));
  }

  /**
   * Seeks to the offsets; partitions without an offset start at the beginning.
   *
   * @return false if an offset is not on the topic: its records were deleted, or it is an offset of
   *     another topic
   */
  public boolean seek(Map<Integer, Long> offsets) {
    partitions = new ArrayList<>();
    for (int i = 0; i < partitionCount(); i++) {
      partitions.add(new TopicPartition(topic, i));
    }
    consumer.assign(partitions);
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions, PATIENCE);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
    for (TopicPartition partition : partitions) {
      long begin = begins.getOrDefault(partition, 0L);
      long offset = offsets.getOrDefault(partition.partition(), begin);
      if (offset < begin || offset > ends.getOrDefault(partition, 0L)) {
        return false;
      }
      consumer.seek(partition, offset);
    }
    return true;
  }

  /** Polls for records; returns no records if paused. */
  public List<ConsumerRecord<byte[], byte[]>> poll(Duration patience, boolean paused) {
    if (paused) {
      consumer.pause(partitions);
    } else {
      consumer.resume(partitions);
    }
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    consumer.poll(patience).forEach(records::add);
    return records;
  }

  /** Number of records not read yet; empty until every partition has answered. */
  OptionalLong behind() {
    return ConsumerLag.of(consumer, partitions);
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
    consumer.close(CloseOptions.timeout(Duration.ZERO));
  }
}
