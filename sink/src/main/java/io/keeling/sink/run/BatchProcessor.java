package io.keeling.sink.run;

import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.deadletter.LetterLog;
import io.keeling.runtime.kafka.KafkaRefusals;
import io.keeling.sink.batch.Batch;
import io.keeling.sink.batch.BatchItem;
import io.keeling.sink.batch.PendingBatches;
import io.keeling.sink.batch.WritePlan;
import io.keeling.sink.config.MisconfiguredException;
import io.keeling.sink.database.BatchStore;
import io.keeling.sink.database.StoreOutcome;
import io.keeling.sink.database.StoreOutcome.Failed;
import io.keeling.sink.database.StoreOutcome.Fenced;
import io.keeling.sink.database.StoreOutcome.Stored;
import io.keeling.sink.reading.RecordReading.Buried;
import io.keeling.sink.reading.RecordReading.Store;
import io.keeling.sink.reading.RecordReading.Unreadable;
import io.keeling.storage.DatabaseFailure;
import io.keeling.storage.DatabaseFailure.Remedy;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the batches of the backlog one step further: dead letters first, then the transaction; what
 * fails is halved, buried or tried again. For the thread of the consumer only.
 */
final class BatchProcessor {

  private static final Logger LOG = LoggerFactory.getLogger(BatchProcessor.class);

  private final LetterLog log = new LetterLog(LOG);
  private final PendingBatches backlog;
  private final Positions positions;
  private final BatchStore store;
  private final DeadLetterSender deadLetters;
  private final SinkMetrics meters;
  private final Waiting waiting;

  BatchProcessor(
      PendingBatches backlog,
      Positions positions,
      BatchStore store,
      DeadLetterSender deadLetters,
      SinkMetrics meters,
      Waiting waiting) {
    this.backlog = backlog;
    this.positions = positions;
    this.store = store;
    this.deadLetters = deadLetters;
    this.meters = meters;
    this.waiting = waiting;
  }

  /**
   * Takes the next batch one step further.
   *
   * @return the offsets that were stored; none if there is more to do for the batch
   * @throws MisconfiguredException if an operator has to mend something
   */
  Map<TopicPartition, Long> step() {
    Batch batch = backlog.next();
    if (!buryUnreadable(batch)) {
      return Map.of();
    }
    batch = backlog.next();
    Map<TopicPartition, Long> next = batch.nextOffsets();
    WritePlan plan = WritePlan.of(batch.items().stream().map(BatchItem::reading).toList());
    Map<TopicPartition, Long> expected = positions.expected(next.keySet());
    Instant began = Instant.now();
    StoreOutcome outcome = meters.batches.record(() -> store.store(plan, expected, next));
    if (outcome instanceof Stored stored) {
      waiting.end();
      backlog.done();
      positions.moved(next);
      meters.rows.increment(stored.articles());
      meters.records.increment(batch.items().size());
      StoreSteps.tell(meters.tracing, batch, began);
      Instant now = Instant.now();
      for (BatchItem item : batch.items()) {
        if (item.reading() instanceof Store article) {
          Instant written = Instant.ofEpochMilli(item.record().timestamp());
          meters.ages.stored(article.article(), written, now);
        }
      }
      return next;
    }
    if (outcome instanceof Fenced) {
      LOG.info("Offsets of {} were moved by another sink; reading them again", next.keySet());
      meters.fenced.increment();
      positions.forget();
    } else if (outcome instanceof Failed failed) {
      failed(batch, failed.failure());
    }
    return Map.of();
  }

  private void failed(Batch batch, DatabaseFailure failure) {
    boolean alone = batch.items().size() == 1;
    if (failure.remedy() == Remedy.MEND) {
      throw MisconfiguredException.ofDatabase("the database", failure, null);
    }
    if (failure.remedy() == Remedy.LEAVE_OUT) {
      if (alone) {
        buryRefused(batch.items().get(0), failure);
      } else {
        backlog.halve();
      }
    } else {
      if (!alone) {
        // It may be that the batch takes longer than a statement may. In an outage it does no harm:
        // only the first batch is halved, so ten attempts make ten batches.
        backlog.halve();
      }
      waiting.start(Waiting.For.DATABASE, "the database does not answer: " + failure.message());
    }
  }

  /** Whether the batch has only readable or buried records now. */
  private boolean buryUnreadable(Batch batch) {
    List<BatchItem> unreadable = batch.unreadable();
    if (unreadable.isEmpty()) {
      return true;
    }
    Instant now = Instant.now();
    boolean sent =
        send(
            unreadable.stream()
                .map(item -> SinkLetters.of(item, (Unreadable) item.reading(), now))
                .toList());
    if (sent) {
      backlog.replace(batch.buried());
    }
    return sent;
  }

  private void buryRefused(BatchItem item, DatabaseFailure failure) {
    if (item.reading() instanceof Buried) {
      throw new IllegalStateException(
          "the database refuses to move the offset past a dead letter: " + failure.message());
    }
    Unreadable verdict = new Unreadable("refused", failure.message(), SQLException.class.getName());
    if (send(List.of(SinkLetters.of(item, verdict, Instant.now())))) {
      backlog.replace(new Batch(List.of(item.as(new Buried()))));
    }
  }

  private boolean send(List<DeadLetter> letters) {
    try {
      deadLetters.send(letters);
    } catch (KafkaException e) {
      if (KafkaRefusals.line(e, "Kafka").isPresent()) {
        throw e;
      }
      waiting.start(
          Waiting.For.KAFKA,
          "Kafka takes no dead letters: " + e.getClass().getSimpleName() + " " + e.getMessage());
      return false;
    }
    letters.forEach(
        letter -> {
          log.tell(letter);
          meters.deadLetter(letter.reason());
        });
    return true;
  }
}
