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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads requests from {@code keeling.fetches} and commits those that the ledger reports as
 * finished. Used by one thread, except for {@link #problem}, {@link #heartbeats} and {@link #lag}.
 * Its time limits are parts of the close time-out, and are short enough not to delay requests.
 */
final class FetchRequests implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FetchRequests.class);

  static final String GROUP = "keeling-fetcher";

  /** How long a poll waits for requests while others are in progress. */
  private static final Duration POLL = Duration.ofMillis(100);

  /** How long a poll waits while no request is in progress; a new request ends the wait. */
  private static final Duration IDLE = Duration.ofMillis(500);

  /** How often finished fetches are committed; later ones are fetched again after a kill. */
  private static final Duration COMMIT_INTERVAL = Duration.ofSeconds(1);

  /** Time limit for asking the broker what the last owners of new partitions committed. */
  private static final Duration ASK_LIMIT = Duration.ofSeconds(2);

  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

  /** Is notified of partitions that are assigned and taken away, on the polling thread. */
  interface Owner {
    /**
     * Called when a partition was assigned.
     *
     * @param note the note that the previous owner committed with its offset, or null
     */
    void assigned(TopicPartition partition, @Nullable String note);

    /**
     * Called when partitions go to another process.
     *
     * @param lost whether another process may already have them
     */
    void leave(Collection<TopicPartition> partitions, boolean lost);

    /** Returns the note for the next owner of a partition. */
    String note(TopicPartition partition);
  }

  private final KafkaConsumer<String, byte[]> consumer;
  private final OffsetLedger ledger;
  private final Owner owner;
  private final InstancesConfig config;
  private long nextCommit = System.nanoTime();

  /** Whether the last commit failed, so that a failure is logged once instead of each second. */
  private boolean commitFails;

  /** New partitions for which the last owner's commit has not been read yet. */
  private final Set<TopicPartition> notTakenOver = new HashSet<>();

  private volatile @Nullable String problem;

  /** Number of heartbeat responses at the last check, and when that number last changed. */
  private long answered;

  private long heard = System.nanoTime();

  /**
   * @param inFlight number of unfinished requests from which on the caller polls without room; one
   *     {@link #poll} returns no more requests than this
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
    // The frontier writes in transactions; a request of an aborted one must not be fetched.
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(
        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
        Math.min(inFlight, ConsumerConfig.DEFAULT_MAX_POLL_RECORDS));
    properties.putAll(config.session());
    properties.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    this.consumer = KafkaConnection.consumer(properties);
    this.ledger = ledger;
    this.owner = owner;
    consumer.subscribe(
        List.of(Topics.FETCHES.name()),
        new ConsumerRebalanceListener() {
          @Override
          public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            heard = System.nanoTime();
            notTakenOver.addAll(partitions);
            takeOver();
          }

          @Override
          public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            notTakenOver.removeAll(partitions);
            if (!partitions.isEmpty()) {
              owner.leave(partitions, false);
              commitNow();
              ledger.forget(partitions);
            }
          }

          @Override
          public void onPartitionsLost(Collection<TopicPartition> partitions) {
            notTakenOver.removeAll(partitions);
            owner.leave(partitions, true);
            ledger.forget(partitions);
          }
        });
  }

  /**
   * Waits a moment for requests.
   *
   * @param room whether more requests may be taken. Without room the partitions are paused and
   *     polling only keeps the membership in the group
   */
  ConsumerRecords<String, byte[]> poll(boolean room) {
    takeOver();
    if (room) {
      consumer.resume(consumer.paused());
      consumer.pause(notTakenOver);
    } else {
      consumer.pause(consumer.assignment());
    }
    boolean idle = room && notTakenOver.isEmpty() && ledger.unfinished() == 0;
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
                commitFails = false;
              } else if (!commitFails && !(failure instanceof RebalanceInProgressException)) {
                // A rebalance makes every commit in progress fail. The next commit follows soon.
                LOG.warn("Cannot commit fetches, trying again: {}", failure.toString());
                commitFails = true;
              }
            });
      }
    }
    return records;
  }

  /**
   * Asks the broker what the last owners of new partitions committed. A broker that becomes
   * unavailable in a rebalance does not answer. Until it does, these partitions stay paused,
   * because otherwise their sites would be requested too soon.
   */
  private void takeOver() {
    if (notTakenOver.isEmpty()) {
      problem = null;
      return;
    }
    Map<TopicPartition, OffsetAndMetadata> committed;
    try {
      committed = consumer.committed(notTakenOver, ASK_LIMIT);
    } catch (KafkaException e) {
      if (FailureKind.of(e) != FailureKind.TRANSIENT) {
        throw e;
      }
      problem = "the fetcher cannot take over new partitions: " + FailureKind.line(e);
      LOG.warn(
          "Cannot take over {} partitions, trying again: {}",
          notTakenOver.size(),
          FailureKind.line(e));
      consumer.pause(notTakenOver);
      return;
    }
    problem = null;
    for (TopicPartition partition : notTakenOver) {
      OffsetAndMetadata offset = committed.get(partition);
      if (offset != null) {
        ledger.assigned(partition, offset);
      }
      owner.assigned(partition, offset == null ? null : offset.metadata());
    }
    notTakenOver.clear();
  }

  /**
   * Returns how long this process may still rely on its partitions without hearing from the broker;
   * zero or less if another process may already have them.
   */
  Duration trust() {
    long answers = heartbeats();
    if (answers != answered) {
      answered = answers;
      heard = System.nanoTime();
    }
    return config.trust().minusNanos(System.nanoTime() - heard);
  }

  /**
   * Returns why some partitions are paused; null if no partition is paused. Any thread may call
   * this method.
   */
  @Nullable String problem() {
    return problem;
  }

  /** Returns the number of heartbeat responses so far. Any thread may call this method. */
  long heartbeats() {
    return ConsumerMetrics.heartbeats(consumer.metrics());
  }

  /** Returns the number of unread records, as of the last poll. Any thread may call this method. */
  long lag() {
    return ConsumerMetrics.lag(consumer.metrics());
  }

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
      LOG.warn("Cannot commit fetches, so some are repeated: {}", e.toString());
    }
  }

  /** Commits what is finished and leaves the group. */
  @Override
  public void close() {
    commitNow();
    consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(CLOSE_LIMIT));
  }
}
