package io.keeling.sink.run;

import io.keeling.sink.MisconfiguredException;
import io.keeling.sink.SinkConfig;
import io.keeling.sink.batch.Backlog;
import io.keeling.sink.batch.Batch;
import io.keeling.sink.batch.Item;
import io.keeling.sink.database.ArticleStore;
import io.keeling.sink.database.Failure;
import io.keeling.sink.database.Failure.Transient;
import io.keeling.sink.database.Migrations;
import io.keeling.sink.database.SqlFailures;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.flywaydb.core.api.FlywayException;

/**
 * The sink's one thread: polls, stores, and polls on with paused partitions while it cannot store,
 * so that the group keeps it. Only {@link #stop} may be called from another thread.
 */
final class SinkLoop {

  /** Storing goes on for this long before the consumer is polled in between. */
  private static final Duration LONGEST_WORK = Duration.ofSeconds(2);

  private final SinkConfig config;
  private final Consumer<byte[], byte[]> consumer;
  private final Backlog backlog = new Backlog();
  private final Positions positions;
  private final BatchProcessor processor;
  private final SinkMeters meters;
  private final Waiting waiting;
  private boolean migrated;
  private boolean paused;
  private volatile boolean stopping;

  SinkLoop(
      SinkConfig config,
      boolean migrated,
      Consumer<byte[], byte[]> consumer,
      ArticleStore store,
      DeadLetterSender deadLetters,
      SinkMeters meters,
      Health health) {
    this.config = config;
    this.migrated = migrated;
    this.consumer = consumer;
    this.meters = meters;
    this.waiting = new Waiting(config.firstBackoff(), config.longestBackoff(), meters, health);
    this.positions = new Positions(consumer, store, backlog, health);
    this.processor = new BatchProcessor(backlog, positions, store, deadLetters, meters, waiting);
  }

  /**
   * Runs until {@link #stop}; what is fetched is stored before it returns, unless something is
   * away.
   *
   * @throws MisconfiguredException if an operator has to mend something
   */
  void run(String topic) {
    consumer.subscribe(List.of(topic), positions);
    while (!stopping) {
      if (waiting.left().isZero()) {
        work();
      }
      fetch();
    }
    if (!waiting.active()) {
      work();
    }
  }

  /** Makes {@link #run} return soon. Any thread may call it. */
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
        // What could not be stored may belong to another sink by now, which waits in its turn.
        waiting.end();
        break;
      }
      stored.putAll(processor.step());
    } while (!waiting.active() && System.nanoTime() < end);
    if (!stored.isEmpty()) {
      showOffsets(stored);
    }
  }

  /** Whether the schema is there and all offsets are known. */
  private boolean prepare() {
    if (migrated && !positions.incomplete()) {
      return true;
    }
    try {
      if (!migrated) {
        Migrations.apply(config.database());
        migrated = true;
      }
      positions.complete();
      waiting.end();
      return true;
    } catch (SQLException | FlywayException e) {
      Failure failure = SqlFailures.of(e);
      if (!(failure instanceof Transient)) {
        throw MisconfiguredException.ofDatabase("the database", failure.message(), e);
      }
      waiting.start(Waiting.For.DATABASE, "the database does not answer: " + failure.message());
      return false;
    }
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
    List<Item> items = new ArrayList<>();
    try {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(patience(busy))) {
        items.add(Item.of(record));
      }
    } catch (WakeupException e) {
      // Only stop() wakes the consumer up.
      return;
    }
    backlog.add(Batch.cut(items, config.batchRecords(), config.batchBytes()));
    meters.lag(positions.lag() + backlog.records());
  }

  private Duration patience(boolean busy) {
    if (!busy) {
      return config.poll();
    }
    Duration left = waiting.left();
    return left.compareTo(config.poll()) < 0 ? left : config.poll();
  }

  /** For the eyes of operators and their tools; the sink itself never reads them. */
  private void showOffsets(Map<TopicPartition, Long> stored) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    stored.forEach((partition, offset) -> offsets.put(partition, new OffsetAndMetadata(offset)));
    consumer.commitAsync(offsets, (committed, problem) -> {});
  }
}
