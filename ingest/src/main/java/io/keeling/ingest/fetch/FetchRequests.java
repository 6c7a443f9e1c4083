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
 * Takes requests from {@code keeling.fetches} and commits those that the ledger says are finished.
 * For one thread, but for {@link #problem}, {@link #heartbeats} and {@link #lag}. Its times are
 * parts of the close time-out, short enough that no request waits for them.
 */
final class FetchRequests implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FetchRequests.class);

  static final String GROUP = "keeling-fetcher";

  /** How long a poll waits for requests. */
  private static final Duration POLL = Duration.ofMillis(100);

  /** The same while no request is under way; new requests end every wait. */
  private static final Duration IDLE = Duration.ofMillis(500);

  /**
   * How often finished fetches are committed; what was fetched since is fetched again after a kill.
   */
  private static final Duration COMMIT_INTERVAL = Duration.ofSeconds(1);

  /** How long the broker may take to say what the last owners of new partitions committed. */
  private static final Duration ASK_LIMIT = Duration.ofSeconds(2);

  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

  /** Reacts to partitions that come and go, on the polling thread. */
  interface Owner {
    /**
     * A partition was assigned.
     *
     * @param note committed with its offset by the owner before, or null
     */
    void assigned(TopicPartition partition, @Nullable String note);

    /**
     * Partitions go to another process.
     *
     * @param lost whether another process may have them already
     */
    void leave(Collection<TopicPartition> partitions, boolean lost);

    /** The note for the next owner of a partition. */
    String note(TopicPartition partition);
  }

  private final KafkaConsumer<String, byte[]> consumer;
  private final OffsetLedger ledger;
  private final Owner owner;
  private final InstancesConfig config;
  private long nextCommit = System.nanoTime();

  /** Whether the last commit failed; a failure is logged once, not each second. */
  private boolean commitFails;

  /** New partitions whose last owner's commit is not read yet. */
  private final Set<TopicPartition> untold = new HashSet<>();

  private volatile @Nullable String problem;

  /** Answers to heartbeats so far, and when the broker last answered. */
  private long answered;

  private long heard = System.nanoTime();

  /**
   * @param inFlight unfinished requests from which on {@link #poll} is told that there is no room;
   *     the poll before brings at most as many again
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
    // The frontier writes in transactions; an aborted request must not be fetched.
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
                commitFails = false;
              } else if (!commitFails && !(failure instanceof RebalanceInProgressException)) {
                // A rebalance fails every commit that is under way, and the next one is near.
                LOG.warn("Cannot commit fetches, trying again: {}", failure.toString());
                commitFails = true;
              }
            });
      }
    }
    return records;
  }

  /**
   * Asks what the last owners of new partitions committed. A broker that goes away in a rebalance
   * does not answer; until it does, these partitions stay paused, for their sites would be asked
   * too soon.
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
      problem = "the fetcher cannot take over new partitions: " + FailureKind.line(e);
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
   * How long this process may still rely on its partitions without hearing from the broker; zero or
   * less when another process may have them.
   */
  Duration trust() {
    long answers = heartbeats();
    if (answers != answered) {
      answered = answers;
      heard = System.nanoTime();
    }
    return config.trust().minusNanos(System.nanoTime() - heard);
  }

  /** Why some partitions are paused; null if none is. Any thread may call it. */
  @Nullable String problem() {
    return problem;
  }

  /** Answers to heartbeats so far. Any thread may call it. */
  long heartbeats() {
    return ConsumerMetrics.heartbeats(consumer.metrics());
  }

  /** Records that are not taken yet, as of the last poll. Any thread may call it. */
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
