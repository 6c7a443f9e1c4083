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
 * Asks Kafka which partitions and offsets an open transaction holds back at this moment. Whoever
 * may read the topics and the group may ask. Not for sharing between threads.
 *
 * <p>It has a client of its own beside that of {@link KafkaWatch}, which waits less long for one
 * broker: a request that times out there ends the connection, and all that is being asked on it.
 */
final class TransactionProbe implements AutoCloseable {

  /**
   * How long a broker may take to answer. Chosen: looking is no work of the role's, so it waits for
   * no broker that is slow.
   */
  private static final int TIMEOUT_MILLIS = 5_000;

  /**
   * How often offsets are looked at before they count as held back. Streams holds an offset back
   * for the few milliseconds of each commit, ten times a second, and idle partitions' with those
   * that work. Chosen: that all of so many looks, at a distance that does not go with the commits,
   * fall into them is chance of less than one in thousands, also on a busy broker.
   */
  private static final int OFFSET_CHECKS = 6;

  /**
   * How long after one look at the offsets the next one comes. Chosen: no multiple of the 100 ms
   * between two commits.
   */
  private static final long CHECK_INTERVAL_MILLIS = 170;

  private final Admin admin;
  private final Set<String> topics;
  private final @Nullable String application;
  private final CountDownLatch closing = new CountDownLatch(1);

  /**
   * @param topics what the role reads
   * @param application the Streams application whose internal topics and group count, too; null
   *     where there is none
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
   * What is held back. Most of it is gone with the next commit.
   *
   * @param held what, and where: the last stable offset, zero for a group's offset
   * @param unseen of what nobody could be asked
   */
  record Look(Map<HeldBack, Long> held, Set<HeldBack> unseen) {}

  /**
   * What is held back now.
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

  /** Whose transaction it is; empty where the broker does not say. */
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
        // It has no leader at the moment. The others are looked at all the same.
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
      // Left out of the answer is what the broker does not give for a transaction.
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

  /** Waits until the next look. */
  private boolean closes() {
    try {
      return closing.await(CHECK_INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Gives up what is being asked. Any thread may call it. */
  @Override
  public void close() {
    closing.countDown();
    admin.close(Duration.ZERO);
  }
}
