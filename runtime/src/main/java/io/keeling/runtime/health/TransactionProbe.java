package io.keeling.runtime.health;

import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.KafkaFutures;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Asks Kafka which partitions and offsets an open transaction holds back now. Needs only the rights
 * to read the topics and the group. Not for sharing between threads.
 *
 * <p>It does not share the client of {@link KafkaWatch}, which has a shorter time-out for each
 * broker. A request that times out there closes the connection with all its requests.
 */
final class TransactionProbe implements AutoCloseable {

  /** Time-out for a broker, in milliseconds. This check does not wait for slow brokers. */
  private static final int TIMEOUT_MILLIS = 5_000;

  /**
   * How often offsets are checked before they count as held back. Streams holds an offset back for
   * the few milliseconds of each commit, ten times a second, together with those of idle
   * partitions. With checks at another interval than the commits, the chance that all checks
   * coincide with commits is below one in a thousand, even on a busy broker.
   */
  private static final int OFFSET_CHECKS = 6;

  /**
   * Milliseconds between two checks of the offsets: no multiple of the 100 ms between two commits.
   */
  private static final long CHECK_INTERVAL_MILLIS = 170;

  private final Admin admin;
  private final Set<String> topics;
  private final @Nullable String application;
  private final CountDownLatch closing = new CountDownLatch(1);

  /**
   * @param topics the topics that the role reads
   * @param application the Streams application whose internal topics and group are checked too;
   *     null for none
   */
  TransactionProbe(KafkaConnection kafka, Set<String> topics, @Nullable String application) {
    Map<String, Object> properties = kafka.clientProperties();
    properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
    properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
    this.admin = Admin.create(properties);
    this.topics = topics;
    this.application = application;
  }

  /**
   * The partitions and offsets that are held back. Most of them are released by the next commit.
   *
   * @param held the offset at each place: the last stable offset of a partition, 0 for a group's
   *     offset
   * @param unseen partitions and offsets that no broker could be asked about
   */
  record Look(Map<HeldBack, Long> held, Set<HeldBack> unseen) {}

  /**
   * Checks all partitions and offsets once.
   *
   * @throws KafkaException if no broker answers
   */
  Look look() {
    Set<TopicPartition> partitions = partitions();
    Map<TopicPartition, Long> stable = ends(partitions, IsolationLevel.READ_COMMITTED);
    Map<TopicPartition, Long> ends = ends(partitions, IsolationLevel.READ_UNCOMMITTED);
    Map<HeldBack, Long> held = new HashMap<>();
    Set<HeldBack> unseen = new HashSet<>();
    for (TopicPartition partition : partitions) {
      Long offset = stable.get(partition);
      Long end = ends.get(partition);
      if (offset == null || end == null) {
        unseen.add(new HeldBack(partition, null));
      } else if (offset < end) {
        held.put(new HeldBack(partition, null), offset);
      }
    }
    if (application != null) {
      for (TopicPartition partition : unstableOffsets(application, partitions)) {
        held.put(new HeldBack(partition, application), 0L);
      }
    }
    return new Look(held, unseen);
  }

  /** Returns the producer of the transaction; empty if the broker does not name it. */
  OptionalLong producer(HeldBack held) {
    if (held.group() != null) {
      return OptionalLong.empty();
    }
    try {
      return KafkaFutures.get(
              admin.describeProducers(List.of(held.partition())).partitionResult(held.partition()))
          .activeProducers()
          .stream()
          .filter(producer -> producer.currentTransactionStartOffset().isPresent())
          .mapToLong(ProducerState::producerId)
          .findFirst();
    } catch (KafkaException e) {
      return OptionalLong.empty();
    }
  }

  private Set<TopicPartition> partitions() {
    Set<String> names = new TreeSet<>(topics);
    Set<String> known = KafkaFutures.get(admin.listTopics().names());
    if (application != null) {
      known.stream().filter(name -> name.startsWith(application + "-")).forEach(names::add);
    }
    names.retainAll(known);
    Set<TopicPartition> result = new HashSet<>();
    for (KafkaFuture<TopicDescription> answer :
        admin.describeTopics(names).topicNameValues().values()) {
      TopicDescription topic = KafkaFutures.get(answer);
      topic.partitions().stream()
          .map(partition -> new TopicPartition(topic.name(), partition.partition()))
          .forEach(result::add);
    }
    return result;
  }

  private Map<TopicPartition, Long> ends(Set<TopicPartition> partitions, IsolationLevel isolation) {
    ListOffsetsResult answer =
        admin.listOffsets(
            partitions.stream()
                .collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest())),
            new ListOffsetsOptions(isolation));
    Map<TopicPartition, Long> result = new HashMap<>();
    for (TopicPartition partition : partitions) {
      try {
        result.put(partition, KafkaFutures.get(answer.partitionResult(partition)).offset());
      } catch (KafkaException e) {
        // The partition has no leader at the moment; the others are still checked.
      }
    }
    return result;
  }

  private Set<TopicPartition> unstableOffsets(String group, Set<TopicPartition> partitions) {
    Set<TopicPartition> unstable = new HashSet<>(partitions);
    for (int i = 0; i < OFFSET_CHECKS && !unstable.isEmpty(); i++) {
      if (i > 0 && closes()) {
        return Set.of();
      }
      // The broker omits offsets from its answer while a transaction holds them back.
      unstable.removeAll(
          KafkaFutures.get(
                  admin
                      .listConsumerGroupOffsets(
                          Map.of(
                              group, new ListConsumerGroupOffsetsSpec().topicPartitions(unstable)),
                          new ListConsumerGroupOffsetsOptions().requireStable(true))
                      .partitionsToOffsetAndMetadata(group))
              .keySet());
    }
    return unstable;
  }

  /** Waits until the next check. Returns whether the probe is being closed. */
  private boolean closes() {
    try {
      return closing.await(CHECK_INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Cancels requests in progress. Any thread may call it. */
  @Override
  public void close() {
    closing.countDown();
    admin.close(Duration.ZERO);
  }
}
