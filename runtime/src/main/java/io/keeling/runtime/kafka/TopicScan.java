package io.keeling.runtime.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Queue;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Iterates over all committed records that are in a topic when the scan begins, each partition in
 * its order, without joining a group. For one thread. Throws {@link
 * org.apache.kafka.common.KafkaException} if the broker cannot be reached, also in the middle of
 * the scan.
 */
public final class TopicScan implements Iterator<ConsumerRecord<byte[], byte[]>>, AutoCloseable {

  /** How long one poll waits, so that a scan ends soon after its last record. */
  private static final Duration POLL = Duration.ofMillis(500);

  /**
   * How long a scan waits for a record before it fails: as long as Kafka's clients wait for any
   * answer ({@code default.api.timeout.ms}).
   */
  private static final Duration STALL_TIMEOUT = Duration.ofSeconds(60);

  private final String topic;
  private final Duration patience;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Long> ends;
  private final List<Long> allEnds;
  private final List<Integer> missing = new ArrayList<>();
  private final Queue<ConsumerRecord<byte[], byte[]>> polled = new ArrayDeque<>();

  /**
   * @param since when the oldest records to be read were written; null for all records
   */
  public TopicScan(KafkaConnection kafka, String topic, @Nullable Instant since) {
    this(kafka, topic, since, STALL_TIMEOUT);
  }

  /**
   * @param patience how long to wait for a record before the scan fails
   */
  TopicScan(KafkaConnection kafka, String topic, @Nullable Instant since, Duration patience) {
    this(kafka, topic, patience, List.of());
    List<TopicPartition> partitions = List.copyOf(ends.keySet());
    if (since != null) {
      consumer
          .offsetsForTimes(
              partitions.stream().collect(Collectors.toMap(p -> p, p -> since.toEpochMilli())))
          .forEach(
              (partition, found) ->
                  consumer.seek(
                      partition,
                      found == null
                          ? Objects.requireNonNull(ends.get(partition))
                          : found.offset()));
    }
  }

  /**
   * Creates a scan from the given offset of each partition, or from its beginning if no offset is
   * given.
   */
  private TopicScan(KafkaConnection kafka, String topic, Duration patience, List<Long> starts) {
    this.topic = topic;
    this.patience = patience;
    consumer = consumer(kafka, Map.of());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .sorted(Comparator.comparingInt(TopicPartition::partition))
            .toList();
    consumer.assign(partitions);
    ends = new HashMap<>(consumer.endOffsets(partitions));
    allEnds = partitions.stream().map(p -> Objects.requireNonNull(ends.get(p))).toList();
    Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
    for (TopicPartition partition : partitions) {
      long beginning = Objects.requireNonNull(beginnings.get(partition));
      long start =
          partition.partition() < starts.size() ? starts.get(partition.partition()) : beginning;
      if (start < beginning || start > Objects.requireNonNull(ends.get(partition))) {
        missing.add(partition.partition());
      }
      consumer.seek(partition, Math.max(start, beginning));
    }
  }

  /**
   * Creates a scan that continues after the {@link #ends} of an earlier one.
   *
   * @param starts the offset of the first record for each partition; partitions without an offset
   *     are read from their beginning
   */
  public static TopicScan from(KafkaConnection kafka, String topic, List<Long> starts) {
    return new TopicScan(kafka, topic, STALL_TIMEOUT, starts);
  }

  /** Returns the end of the scan: the offset after the last record of each partition. */
  public List<Long> ends() {
    return allEnds;
  }

  /** Returns the partitions whose record at the starting offset no longer exists. */
  public List<Integer> missing() {
    return List.copyOf(missing);
  }

  /**
   * Creates a consumer of committed records that commits nothing itself.
   *
   * @param further settings of the client, in addition to those of the connection
   */
  public static KafkaConsumer<byte[], byte[]> consumer(
      KafkaConnection kafka, Map<String, Object> further) {
    Map<String, Object> properties = kafka.clientProperties();
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    // If retention deletes records during the scan, the remaining records are still read.
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.putAll(further);
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  @Override
  public boolean hasNext() {
    long deadline = System.nanoTime() + patience.toNanos();
    long reached = -1;
    while (polled.isEmpty()) {
      ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
      if (ends.isEmpty()) {
        return false;
      }
      // The consumer silently skips aborted records and transaction markers.
      long position = ends.keySet().stream().mapToLong(consumer::position).sum();
      if (position != reached) {
        reached = position;
        deadline = System.nanoTime() + patience.toNanos();
      } else if (System.nanoTime() - deadline >= 0) {
        throw new TimeoutException(
            "no further record of %s arrived within %s".formatted(topic, patience));
      }
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        Long end = ends.get(new TopicPartition(record.topic(), record.partition()));
        if (end != null && record.offset() < end) {
          polled.add(record);
        }
      }
    }
    return true;
  }

  @Override
  public ConsumerRecord<byte[], byte[]> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return polled.remove();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
