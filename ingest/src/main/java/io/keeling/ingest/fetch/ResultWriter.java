package io.keeling.ingest.fetch;

import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.deadletter.RecordOrigin;
import io.keeling.contract.deadletter.Stage;
import io.keeling.contract.fetch.FetchOutcome;
import io.keeling.contract.serde.DeadLetters;
import io.keeling.runtime.streams.FailureKind;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the results of requests and marks them as finished in the ledger. A failed write is kept
 * and repeated by {@link #again} until it succeeds, unless an operator has to act. There are at
 * most as many failed writes as requests in flight, and nothing should be fetched while {@link
 * #hasRoom} is false. Thread-safe.
 */
final class ResultWriter implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ResultWriter.class);

  /** A failed write, with the size of its page. */
  private record Unwritten(TopicPartition partition, long bytes, Runnable again) {}

  private final PageWriter writer;
  private final long mostHeld;
  private final OffsetLedger ledger;
  private final FetchMetrics metrics;
  private final InstantSource clock;
  private final Queue<Unwritten> unwritten = new ConcurrentLinkedQueue<>();
  private final AtomicLong held = new AtomicLong();
  private volatile @Nullable String problem;
  private volatile @Nullable Exception refusal;

  /**
   * @param writer closed together with this object
   * @param mostHeld bytes of unwritten pages above which there is no more room
   */
  ResultWriter(
      PageWriter writer,
      long mostHeld,
      OffsetLedger ledger,
      FetchMetrics metrics,
      InstantSource clock) {
    this.writer = writer;
    this.mostHeld = mostHeld;
    this.ledger = ledger;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** Writes the page of a result. */
  void write(FetchJob job, FetchResult result) {
    long bytes = result.body().length;
    held.addAndGet(bytes);
    write(job, result, bytes);
  }

  private void write(FetchJob job, FetchResult result, long bytes) {
    writer.write(
        job.key,
        result.page(job, clock.instant()),
        job.step(),
        failure -> {
          if (failure != null
              && PageWriter.tooLarge(failure)
              && result.outcome() == FetchOutcome.FETCHED) {
            var tooLarge =
                FetchResult.failed(
                    FetchOutcome.TOO_LARGE, result.status(), "larger than keeling.pages takes");
            unwritten.add(new Unwritten(job.partition, bytes, () -> write(job, tooLarge, bytes)));
          } else {
            settle(job.partition, job.offset, bytes, failure, () -> write(job, result, bytes));
          }
        });
  }

  /**
   * Hands a job to the partition responsible for its next site. If the job's record is too large
   * for Kafka, for example because of a robots.txt, the fetch ends here.
   */
  void handOn(FetchJob job, Sites sites) {
    writer.write(
        FetchProgress.record(job, sites),
        failure -> {
          if (failure != null && PageWriter.tooLarge(failure)) {
            var tooLarge =
                FetchResult.failed(FetchOutcome.TOO_LARGE, 0, "larger than keeling.fetches takes");
            unwritten.add(new Unwritten(job.partition, 0, () -> write(job, tooLarge, 0)));
            return;
          }
          if (failure == null) {
            metrics.handedOn();
          }
          settle(job.partition, job.offset, 0, failure, () -> handOn(job, sites));
        });
  }

  /** Writes a dead letter for a record that is not a request. */
  void writeMalformed(ConsumerRecord<String, byte[]> record, @Nullable String reason) {
    metrics.malformed();
    writeMalformed(record, letter(record, reason));
  }

  private void writeMalformed(ConsumerRecord<String, byte[]> record, DeadLetter letter) {
    var partition = new TopicPartition(record.topic(), record.partition());
    writer.write(
        letter,
        failure -> {
          DeadLetter small = letter.withoutContent();
          if (failure != null && PageWriter.tooLarge(failure) && !small.equals(letter)) {
            unwritten.add(new Unwritten(partition, 0, () -> writeMalformed(record, small)));
          } else {
            settle(partition, record.offset(), 0, failure, () -> writeMalformed(record, letter));
          }
        });
  }

  private DeadLetter letter(ConsumerRecord<String, byte[]> record, @Nullable String reason) {
    return DeadLetters.of(
        Stage.FETCH,
        "malformed-request",
        OneLine.of(String.valueOf(reason)),
        null,
        new RecordOrigin(record.topic(), record.partition(), record.offset(), record.key()),
        record.headers(),
        record.value(),
        clock.instant());
  }

  private void settle(
      TopicPartition partition,
      long offset,
      long bytes,
      @Nullable Exception failure,
      Runnable again) {
    if (failure == null) {
      problem = null;
      held.addAndGet(-bytes);
      ledger.finished(partition, offset);
      return;
    }
    metrics.writeFailed();
    if (problem == null) {
      LOG.warn("Cannot write pages, trying again: {}", failure.toString());
    }
    problem = "cannot write pages: " + failure.getClass().getSimpleName();
    if (FailureKind.of(failure) == FailureKind.MISCONFIGURED) {
      refusal = failure;
    }
    unwritten.add(new Unwritten(partition, bytes, again));
  }

  long held() {
    return held.get();
  }

  boolean hasRoom() {
    return held.get() < mostHeld;
  }

  /**
   * Repeats failed writes.
   *
   * @throws KafkaException if an operator has to act first; the requests of failed writes are not
   *     marked as finished
   */
  void again() {
    Exception reason = refusal;
    if (reason != null) {
      throw new KafkaException("Kafka refuses writes", reason);
    }
    List<Unwritten> batch = new ArrayList<>();
    for (Unwritten next = unwritten.poll(); next != null; next = unwritten.poll()) {
      batch.add(next);
    }
    batch.forEach(u -> u.again.run());
  }

  /** Drops failed writes of partitions that now belong to another process. */
  void forget(Collection<TopicPartition> gone) {
    for (Unwritten next : unwritten) {
      if (gone.contains(next.partition) && unwritten.remove(next)) {
        held.addAndGet(-next.bytes);
      }
    }
  }

  void awaitWritten(Duration limit) {
    writer.awaitWritten(limit);
  }

  /** Returns the last failure of a write, or null if writing works. */
  @Nullable String problem() {
    return problem;
  }

  @Override
  public void close() {
    writer.close();
  }
}
