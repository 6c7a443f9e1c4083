package io.keeling.ingest.fetch;

import io.keeling.contract.topic.Topics;
import io.keeling.ingest.config.InstancesConfig;
import io.keeling.runtime.health.ConsumerMetrics;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.streams.FailureKind;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes requests from {@code keeling.fetches} and commits those that the ledger says are finished.
 * For one thread, but for {@link #problem}, {@link #heartbeats} and {@link #lag}. The times were
 * chosen, as parts of the close time-out and so that no request waits for them.
 */
final class FetchRequests implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FetchRequests.class);

  static final String GROUP = "keeling-fetcher";

  /** How long a poll waits where there is nothing. */
  private static final Duration POLL = Duration.ofMillis(100);

  /** The same while nothing is under way. Requests end every wait. */
  private static final Duration IDLE = Duration.ofMillis(500);

  /**
   * How often finished fetches are committed; what was fetched since is fetched again after a kill.
   */
  private static final Duration COMMIT_INTERVAL = Duration.ofSeconds(1);

  /** How long a poll waits to hear what the last owners of new partitions left. */
  private static final Duration ASK_LIMIT = Duration.ofSeconds(2);

  /** How long the last commit may take, and leaving the group. */
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

  /** What is to be done as partitions come and go; on the polling thread. */
  interface Owner {
    /**
     * A partition is ours now.
     *
     * @param note committed with its offset by the owner before, or null
     */
    void assigned(TopicPartition partition, @Nullable String note);

    /**
     * Partitions are to be another process's.
     *
     * @param lost whether they may be already
     */
    void leave(Collection<TopicPartition> partitions, boolean lost);

    /** What the next owner of a partition is to know. */
    String note(TopicPartition partition);
  }

  private final KafkaConsumer<String, byte[]> consumer;
  private final OffsetLedger ledger;
  private final Owner owner;
  private final InstancesConfig config;
  private long nextCommit = System.nanoTime();

  /** Partitions that are ours, but not known yet is what their last owners left. */
  private final Set<TopicPartition> untold = new HashSet<>();

  private volatile @Nullable String problem;

  /** Answers to heartbeats so far, and when the broker was last heard. */
  private long answered;

  private long heard = System.nanoTime();

  /**
   * @param inFlight after how many unfinished requests {@link #poll} is told that there is no room;
   *     the poll before it brings no more than as many again
   */
  FetchRequests(
      KafkaConnection kafka,
      InstancesConfig config,
      int inFlight,
      OffsetLedger ledger,
      Owner owner) {
    this.config = config;
    Map<String, Object> properties = kafka.clientProperties();
    properties.put(ConsumerConfig.CLIENT_ID_CONFIG, GROUP);
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    // The frontier writes in transactions; what it took back is not to be fetched.
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(
        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
        Math.min(inFlight, ConsumerConfig.DEFAULT_MAX_POLL_RECORDS));
    properties.putAll(config.session());
    properties.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    this.consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    this.ledger = ledger;
    this.owner = owner;
    consumer.subscribe(
        List.of(Topics.FETCHES.name()),
        new ConsumerRebalanceListener() {
          @Override
          public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            heard = System.nanoTime();
            untold.addAll(partitions);
            takeOver();
          }

          @Override
          public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            untold.removeAll(partitions);
            if (!partitions.isEmpty()) {
              owner.leave(partitions, false);
              commitNow();
              ledger.forget(partitions);
            }
          }

          @Override
          public void onPartitionsLost(Collection<TopicPartition> partitions) {
            untold.removeAll(partitions);
            owner.leave(partitions, true);
            ledger.forget(partitions);
          }
        });
  }

  /**
   * Waits a moment for requests.
   *
   * @param room whether more may be taken; without it the partitions pause, and only the group's
   *     heartbeat goes on
   */
  ConsumerRecords<String, byte[]> poll(boolean room) {
    takeOver();
    if (room) {
      consumer.resume(consumer.paused());
      consumer.pause(untold);
    } else {
      consumer.pause(consumer.assignment());
    }
    boolean idle = room && untold.isEmpty() && ledger.unfinished() == 0;
    ConsumerRecords<String, byte[]> records = consumer.poll(idle ? IDLE : POLL);
    if (System.nanoTime() - nextCommit >= 0) {
      nextCommit = System.nanoTime() + COMMIT_INTERVAL.toNanos();
      var offsets = ledger.committable(this::note);
      if (!offsets.isEmpty()) {
        consumer.commitAsync(
            offsets,
            (committed, failure) -> {
              if (failure == null) {
                ledger.committed(committed);
              } else if (!(failure instanceof RebalanceInProgressException)) {
                // That one comes with every rebalance, and the next commit is near.
                LOG.warn("Cannot commit fetches, trying again: {}", failure.toString());
              }
            });
      }
    }
    return records;
  }

  /**
   * Asks what the last owners of new partitions left. A broker that goes away in a rebalance does
   * not answer; until it does, nothing is taken from these, for sites would be asked too soon.
   */
  private void takeOver() {
    if (untold.isEmpty()) {
      problem = null;
      return;
    }
    Map<TopicPartition, OffsetAndMetadata> committed;
    try {
      committed = consumer.committed(untold, ASK_LIMIT);
    } catch (KafkaException e) {
      if (FailureKind.of(e) != FailureKind.TRANSIENT) {
        throw e;
      }
      problem = "the fetcher cannot take over its part: " + FailureKind.line(e);
      LOG.warn(
          "Cannot take over {} partitions, trying again: {}", untold.size(), FailureKind.line(e));
      consumer.pause(untold);
      return;
    }
    problem = null;
    for (TopicPartition partition : untold) {
      OffsetAndMetadata offset = committed.get(partition);
      if (offset != null) {
        ledger.assigned(partition, offset);
      }
      owner.assigned(partition, offset == null ? null : offset.metadata());
    }
    untold.clear();
  }

  /**
   * How long this process may still take its partitions for its own without hearing from the
   * broker; zero or less when another may have them.
   */
  Duration trust() {
    long answers = heartbeats();
    if (answers != answered) {
      answered = answers;
      heard = System.nanoTime();
    }
    return config.trust().minusNanos(System.nanoTime() - heard);
  }

  /** Why requests are not taken from some partitions; null if they are from all. Any thread. */
  @Nullable String problem() {
    return problem;
  }

  /** Answers to heartbeats so far. Any thread. */
  long heartbeats() {
    return ConsumerMetrics.heartbeats(consumer.metrics());
  }

  /** Records that are not taken yet, as of the last that were. Any thread. */
  long lag() {
    return ConsumerMetrics.lag(consumer.metrics());
  }

  /** How many partitions {@code keeling.fetches} has. */
  int partitions() {
    return consumer.partitionsFor(Topics.FETCHES.name()).size();
  }

  private String note(TopicPartition partition) {
    return (ledger.note(partition) + " " + owner.note(partition)).strip();
  }

  private void commitNow() {
    var offsets = ledger.committable(this::note);
    if (offsets.isEmpty()) {
      return;
    }
    try {
      consumer.commitSync(offsets, CLOSE_LIMIT);
      ledger.committed(offsets);
    } catch (KafkaException e) {
      LOG.warn("Cannot commit fetches, some are fetched again: {}", e.toString());
    }
  }

  /** Commits what is finished and leaves the group. */
  @Override
  public void close() {
    commitNow();
    consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(CLOSE_LIMIT));
  }
}
