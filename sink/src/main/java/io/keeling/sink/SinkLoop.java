package io.keeling.sink;

import io.keeling.runtime.health.Activity;
import io.keeling.runtime.health.ConsumerMetrics;
import io.keeling.sink.batch.Batch;
import io.keeling.sink.batch.BatchItem;
import io.keeling.sink.batch.PendingBatches;
import io.keeling.sink.config.MisconfiguredException;
import io.keeling.sink.config.SinkConfig;
import io.keeling.sink.database.BatchStore;
import io.keeling.storage.DatabaseConfig;
import io.keeling.storage.DatabaseFailure;
import io.keeling.storage.DatabaseFailure.Remedy;
import io.keeling.storage.Migrations;
import io.keeling.storage.SqlFailures;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/**
 * The loop of the sink's thread, which polls and stores. While it cannot store, it goes on polling
 * with paused partitions, so that it stays in its group. Only {@link #stop} and {@link #activities}
 * may be called from another thread.
 */
final class SinkLoop {

  /**
   * Longest time spent storing between two polls, so that the consumer group does not take the sink
   * for dead.
   */
  private static final Duration LONGEST_WORK = Duration.ofSeconds(2);

  /** Longest poll; records end it earlier. */
  private static final Duration POLL = Duration.ofMillis(500);

  /**
   * Time without a database request after which the sink checks that the database answers. So an
   * outage of the database is noticed as quickly as an outage of Kafka.
   */
  private static final Duration ASK_AFTER = Duration.ofSeconds(5);

  private final DatabaseConfig database;
  private final SinkConfig config;
  private final BatchStore store;
  private final Consumer<byte[], byte[]> consumer;
  private final PendingBatches backlog = new PendingBatches();
  private final Positions positions;
  private final BatchProcessor processor;
  private final SinkMetrics meters;
  private final OutageWait waiting;
  private final Lag lag;
  private final AtomicLong rounds = new AtomicLong();
  private long heardNanos = System.nanoTime();
  private boolean migrated;
  private boolean paused;

  /**
   * The place of the next pending record in its topic, for other threads; null if none is pending.
   */
  private volatile @Nullable String next;

  private volatile boolean stopping;

  SinkLoop(
      DatabaseConfig database,
      SinkConfig config,
      boolean migrated,
      Consumer<byte[], byte[]> consumer,
      BatchStore store,
      DeadLetterSender deadLetters,
      SinkMetrics meters,
      SinkHealth health) {
    this.database = database;
    this.config = config;
    this.store = store;
    this.migrated = migrated;
    this.consumer = consumer;
    this.meters = meters;
    this.waiting = new OutageWait(config.firstBackoff(), config.longestBackoff(), meters, health);
    this.lag = new Lag(consumer);
    this.positions = new Positions(consumer, store, backlog, health);
    this.processor = new BatchProcessor(backlog, positions, store, deadLetters, meters, waiting);
  }

  /**
   * Runs until {@link #stop}. Before it returns, it stores what was fetched, unless Kafka or the
   * database is unavailable.
   *
   * @throws MisconfiguredException if an operator has to act
   */
  void run(String topic) {
    consumer.subscribe(List.of(topic), positions);
    while (!stopping) {
      rounds.incrementAndGet();
      if (waiting.left().isZero()) {
        work();
      }
      fetch();
    }
    if (!waiting.active()) {
      work();
    }
  }

  /** Makes {@link #run} end soon. Any thread may call this method. */
  void stop() {
    stopping = true;
    consumer.wakeup();
  }

  private void work() {
    if (!prepare()) {
      return;
    }
    long end = System.nanoTime() + LONGEST_WORK.toNanos();
    Map<TopicPartition, Long> stored = new HashMap<>();
    do {
      if (backlog.isEmpty()) {
        askDatabase();
        break;
      }
      stored.putAll(processor.step());
      heardNanos = System.nanoTime();
      showNext();
    } while (!waiting.active() && System.nanoTime() < end);
    if (!stored.isEmpty()) {
      showOffsets(stored);
    }
  }

  /** Migrates the schema and reads missing offsets; returns whether both are done. */
  private boolean prepare() {
    if (migrated && !positions.incomplete()) {
      return true;
    }
    try {
      if (!migrated) {
        Migrations.apply(database);
        migrated = true;
      }
      positions.complete();
      waiting.end();
      return true;
    } catch (SQLException | FlywayException e) {
      databaseFailed(e);
      return false;
    }
  }

  /**
   * Checks that the database answers. While there is nothing to store, nothing else would notice an
   * outage or its end.
   */
  private void askDatabase() {
    if (!waiting.active() && System.nanoTime() - heardNanos < ASK_AFTER.toNanos()) {
      return;
    }
    try {
      store.ask();
      heardNanos = System.nanoTime();
      // The outage ends here, as there may be nothing left to store: other sinks may own the
      // partitions by now.
      waiting.end();
    } catch (SQLException e) {
      databaseFailed(e);
    }
  }

  private void databaseFailed(Exception e) {
    DatabaseFailure failure = SqlFailures.of(e);
    if (failure.remedy() != Remedy.WAIT) {
      throw MisconfiguredException.ofDatabase("the database", failure, e);
    }
    waiting.start(OutageWait.For.DATABASE, "the database does not answer: " + failure.message());
  }

  private void fetch() {
    boolean busy = waiting.active() || positions.incomplete() || !backlog.isEmpty();
    if (busy) {
      consumer.pause(consumer.assignment());
      paused = true;
    } else if (paused || !consumer.paused().isEmpty()) {
      consumer.resume(consumer.assignment());
      paused = false;
    }
    List<BatchItem> items = new ArrayList<>();
    try {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(patience(busy))) {
        items.add(BatchItem.of(record));
      }
    } catch (WakeupException e) {
      return;
    }
    backlog.add(Batch.cut(items, config.batchRecords(), config.batchBytes()));
    showNext();
    meters.lag(lag.of(positions.own(), busy, backlog.records()));
  }

  private void showNext() {
    if (backlog.isEmpty()) {
      next = null;
    } else {
      ConsumerRecord<?, ?> record = backlog.next().items().get(0).record();
      next = "at %s-%d, offset %d".formatted(record.topic(), record.partition(), record.offset());
    }
  }

  /** The current activities, for the watch of progress. Any thread may call it. */
  List<Activity> activities() {
    String waiting = next;
    long unread = ConsumerMetrics.lag(consumer.metrics());
    String at = waiting == null ? "no record is pending" : waiting;
    return List.of(
        new Activity("its loop", !stopping, rounds.get(), at),
        new Activity(
            "membership",
            !stopping,
            ConsumerMetrics.heartbeats(consumer.metrics()),
            "its group does not answer it"),
        new Activity(
            "its records",
            !stopping && (waiting != null || unread > 0),
            (long) meters.records.count(),
            at + ", " + unread + " unread"));
  }

  private Duration patience(boolean busy) {
    if (!busy) {
      return POLL;
    }
    Duration left = waiting.left();
    return left.compareTo(POLL) < 0 ? left : POLL;
  }

  /** Commits offsets to Kafka for operators and their tools. The sink itself never reads them. */
  private void showOffsets(Map<TopicPartition, Long> stored) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    stored.forEach((partition, offset) -> offsets.put(partition, new OffsetAndMetadata(offset)));
    consumer.commitAsync(offsets, (committed, problem) -> {});
  }
}
