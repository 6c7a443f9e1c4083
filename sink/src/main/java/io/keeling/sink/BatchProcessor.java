package io.keeling.sink;

import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.runtime.failure.DeadLetterWarnings;
import io.keeling.runtime.kafka.KafkaRefusals;
import io.keeling.runtime.tracing.Detail;
import io.keeling.runtime.tracing.Step;
import io.keeling.runtime.tracing.Tracing;
import io.keeling.sink.batch.Batch;
import io.keeling.sink.batch.BatchItem;
import io.keeling.sink.batch.PendingBatches;
import io.keeling.sink.batch.WritePlan;
import io.keeling.sink.config.MisconfiguredException;
import io.keeling.sink.database.BatchStore;
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
 * Stores pending batches step by step: for each batch, first its dead letters, then the
 * transaction. A batch that fails is halved, becomes a dead letter or is retried. For the
 * consumer's thread.
 */
final class BatchProcessor {

  private static final Logger LOG = LoggerFactory.getLogger(BatchProcessor.class);

  private final DeadLetterWarnings log = new DeadLetterWarnings(LOG);
  private final PendingBatches backlog;
  private final Positions positions;
  private final BatchStore store;
  private final DeadLetterSender deadLetters;
  private final SinkMetrics meters;
  private final OutageWait waiting;

  BatchProcessor(
      PendingBatches backlog,
      Positions positions,
      BatchStore store,
      DeadLetterSender deadLetters,
      SinkMetrics meters,
      OutageWait waiting) {
    this.backlog = backlog;
    this.positions = positions;
    this.store = store;
    this.deadLetters = deadLetters;
    this.meters = meters;
    this.waiting = waiting;
  }

  /**
   * Performs the next step for the first batch.
   *
   * @return the offsets that were stored; empty if the batch needs further steps
   * @throws MisconfiguredException if an operator has to act
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
    Batch current = batch;
    return meters
        .batches
        .record(() -> store.store(plan, expected, next))
        .fold(
            articles -> {
              stored(current, next, articles, began);
              return next;
            },
            () -> {
              LOG.info("Another sink moved the offsets of {}; reading them again", next.keySet());
              meters.fenced.increment();
              positions.forget();
              return Map.of();
            },
            failure -> {
              failed(current, failure);
              return Map.of();
            });
  }

  private void stored(Batch batch, Map<TopicPartition, Long> next, int articles, Instant began) {
    waiting.end();
    backlog.done();
    positions.moved(next);
    meters.rows.increment(articles);
    meters.records.increment(batch.items().size());
    trace(batch, began);
    Instant now = Instant.now();
    for (BatchItem item : batch.items()) {
      Instant written = Instant.ofEpochMilli(item.record().timestamp());
      item.reading()
          .toWrite(article -> meters.ages.stored(article.article(), written, now), removed -> {});
    }
  }

  /** Traces the write: one span for the batch, and one for each article in its own trace. */
  private void trace(Batch batch, Instant began) {
    Tracing tracing = meters.tracing;
    if (!tracing.isOn()) {
      return;
    }
    try (Step together =
        tracing.together(
            "store-batch",
            batch.items().stream().map(item -> item.record().headers()).toList(),
            began)) {
      together.about(Detail.RECORDS, batch.items().size());
      for (BatchItem item : batch.items()) {
        if (item.reading() instanceof Store store) {
          try (Step step = tracing.next("store", item.record().headers(), began)) {
            step.linked(together.context())
                .about(Detail.ARTICLE, store.id())
                .about(Detail.REVISION, store.article().revision());
          }
        }
      }
    }
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
        // A large batch may take longer than the time limit of a statement, so it is halved. In an
        // outage this does no harm: only the first batch is halved, so each attempt adds only one
        // batch.
        backlog.halve();
      }
      waiting.start(OutageWait.For.DATABASE, "the database does not answer: " + failure.message());
    }
  }

  /** Sends dead letters for unreadable records; returns whether all are sent. */
  private boolean buryUnreadable(Batch batch) {
    List<BatchItem> unreadable = batch.unreadable();
    if (unreadable.isEmpty()) {
      return true;
    }
    Instant now = Instant.now();
    boolean sent =
        send(
            unreadable.stream()
                .map(item -> item.deadLetter((Unreadable) item.reading(), now))
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
    if (send(List.of(item.deadLetter(verdict, Instant.now())))) {
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
          OutageWait.For.KAFKA,
          "Kafka does not accept dead letters: "
              + e.getClass().getSimpleName()
              + " "
              + e.getMessage());
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
