package io.keeling.desk.index;

import io.keeling.runtime.tracing.Detail;
import io.keeling.runtime.tracing.Step;
import io.keeling.runtime.tracing.Tracing;
import io.keeling.search.Change;
import io.keeling.search.IndexDirectory.Opened;
import io.keeling.search.SwitchingIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt to follow the topic, which ends at the first failure. For one thread. */
final class Following {

  private static final Logger LOG = LoggerFactory.getLogger(Following.class);

  /** Maximum number of records in a batch. Those of a batch become searchable together. */
  private static final int BATCH = 1_000;

  /** Pause between batches, each of which reopens the index for readers. */
  private static final Duration BETWEEN_BATCHES = Duration.ofMillis(200);

  /** How long a poll waits for records if none are pending. */
  private static final Duration WITHOUT_WORK = Duration.ofMillis(500);

  /**
   * Time between two commits of the index. After a crash, the records of this time are read again.
   */
  private static final Duration BETWEEN_COMMITS = Duration.ofSeconds(5);

  /**
   * How often the number of partitions is checked. Records of a new partition wait no longer than
   * this.
   */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

  private final TopicReader topic;
  private final Opened opened;
  private final StoredRecords stored;
  private final SwitchingIndex answering;
  private final FollowerHealth health;
  private final FollowerProgress progress;
  private final Tracing tracing;
  private final PendingRecords pending = new PendingRecords();
  private long appliedNanos = System.nanoTime() - BETWEEN_BATCHES.toNanos();
  private long committedNanos = System.nanoTime();
  private long lookedNanos = System.nanoTime();
  private boolean dirty;

  /** Whether the store had none of the pending records when last asked. */
  private boolean held;

  private Applied applied = Applied.NOTHING;

  Following(
      TopicReader topic,
      Opened opened,
      StoredRecords stored,
      SwitchingIndex answering,
      FollowerHealth health,
      Tracing tracing) {
    this.tracing = tracing;
    this.topic = topic;
    this.opened = opened;
    this.stored = stored;
    this.answering = answering;
    this.health = health;
    this.progress = health.progress();
  }

  /**
   * Follows the topic until {@code goesOn} returns false, or until the number of partitions
   * changes.
   *
   * @throws IOException if the index cannot be written
   */
  void run(BooleanSupplier goesOn) throws IOException {
    int partitions = topic.partitionCount();
    boolean more = false;
    while (goesOn.getAsBoolean() && !more) {
      round();
      if (elapsed(lookedNanos, BETWEEN_LOOKS)) {
        lookedNanos = System.nanoTime();
        more = topic.partitionCount() != partitions;
      }
    }
    commit();
  }

  private void round() throws IOException {
    progress.round();
    List<ConsumerRecord<byte[], byte[]>> records = topic.poll(patience(), pending.isFull());
    pending.add(records);
    progress.read(records);
    tellWaiting(topic.behind());
    applied = pending.size() > 0 ? apply() : Applied.NOTHING;
    if (dirty && elapsed(committedNanos, BETWEEN_COMMITS)) {
      commit();
    }
    OptionalLong behind = topic.behind();
    boolean atEnd = behind.isPresent() && behind.getAsLong() == 0;
    tellWaiting(behind);
    // Completes a rebuild. Records that are not stored yet could not be shown, so the rebuild need
    // not wait for them.
    if (!opened.reason().isEmpty() && atEnd && (pending.size() == 0 || applied == Applied.HELD)) {
      finish();
    }
    health.follows(
        new FollowerState(
            opened.index().offsets().values().stream().mapToLong(Long::longValue).sum(),
            behind.isEmpty() ? -1 : behind.getAsLong() + pending.size(),
            opened.reason(),
            opened.reason().isEmpty() || opened.answering() != opened.index(),
            null));
  }

  private void tellWaiting(OptionalLong behind) {
    if (behind.isPresent()) {
      long unread = behind.getAsLong();
      progress.waits(
          unread + pending.size(),
          (pending.size() > 0 && !held) || (unread > 0 && !pending.isFull()));
    }
  }

  /** The result of trying to apply pending records. */
  private enum Applied {
    SOME,
    /** The store has none of the pending records yet. */
    HELD,
    /** It was too early for the next batch, or the store did not answer. */
    NOTHING
  }

  private Applied apply() throws IOException {
    if (!elapsed(appliedNanos, BETWEEN_BATCHES) && !pending.isFull()) {
      return Applied.NOTHING;
    }
    appliedNanos = System.nanoTime();
    Map<Integer, Long> upTo;
    try {
      upTo = stored.upTo();
      progress.storeAway(false);
    } catch (RuntimeException e) {
      LOG.debug("the progress of the store is unknown", e);
      progress.storeAway(stored.away());
      held = false;
      return Applied.NOTHING;
    }
    List<ConsumerRecord<byte[], byte[]>> batch = pending.take(upTo, BATCH);
    held = batch.isEmpty();
    if (held) {
      return Applied.HELD;
    }
    List<Change> changes =
        batch.stream().flatMap(record -> ChangeReader.read(record).stream()).toList();
    Map<Integer, Long> next = PendingRecords.behind(batch);
    Instant began = Instant.now();
    opened.index().apply(changes, next);
    if (tracing.isOn() && opened.reason().isEmpty()) { // rebuilds are not traced
      tell(batch, began);
    }
    progress.applied(next);
    dirty = true;
    return Applied.SOME;
  }

  private void tell(List<ConsumerRecord<byte[], byte[]>> batch, Instant began) {
    for (ConsumerRecord<byte[], byte[]> record : batch) {
      if (record.key() != null && record.value() != null) {
        try (Step step = tracing.next("index", record.headers(), began)) {
          step.about(Detail.ARTICLE, new String(record.key(), StandardCharsets.UTF_8));
        }
      }
    }
  }

  private void finish() throws IOException {
    // The new index answers before the old one is closed.
    answering.to(opened.index());
    opened.caughtUp();
    committedNanos = System.nanoTime();
    dirty = false;
  }

  private void commit() throws IOException {
    opened.index().commit();
    committedNanos = System.nanoTime();
    dirty = false;
  }

  private Duration patience() {
    if (pending.size() == 0) {
      return WITHOUT_WORK;
    }
    return applied == Applied.SOME && pending.isFull()
        ? Duration.ZERO
        : BETWEEN_BATCHES.dividedBy(4);
  }

  private static boolean elapsed(long sinceNanos, Duration time) {
    return System.nanoTime() - sinceNanos >= time.toNanos();
  }
}
