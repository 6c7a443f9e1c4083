package io.keeling.ingest.imports;

import io.keeling.contract.article.NewsDate;
import io.keeling.contract.fetch.FetchOutcome;
import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.Page;
import io.keeling.contract.topic.Topics;
import io.keeling.ingest.backfill.Backlog;
import io.keeling.ingest.config.BackfillConfig;
import io.keeling.runtime.kafka.KafkaConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * Sends pages to {@code keeling.pages}. The producer's buffer limits the unsent pages, so that
 * reading slows down where the broker is slower than the disk. Not thread-safe.
 */
final class PageProducer implements AutoCloseable {

  /**
   * How long closing waits after a failure. Without a failure, everything has been flushed before.
   */
  private static final Duration CLOSING = Duration.ofSeconds(10);

  /** Number of bytes sent together: several pages, for throughput. */
  private static final int BATCH = 256 * 1024;

  /** Milliseconds for which pages are collected before they are sent; nothing is urgent here. */
  private static final int LINGER = 20;

  private final KafkaProducer<String, byte[]> producer;
  private final String sourceId;
  private final ImportTally tally;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  PageProducer(KafkaConnection kafka, BackfillConfig config, String sourceId, ImportTally tally) {
    Map<String, Object> properties = kafka.producerProperties();
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.LARGEST_RECORD);
    properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, config.bufferBytes());
    properties.put(ProducerConfig.LINGER_MS_CONFIG, LINGER);
    properties.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Backlog.BROKER_PATIENCE);
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Backlog.BROKER_PATIENCE);
    this.producer = KafkaConnection.producer(properties);
    this.sourceId = sourceId;
    this.tally = tally;
  }

  /**
   * @throws KafkaException if the connection to the broker is lost
   */
  @SuppressWarnings("FutureReturnValueIgnored") // the callback receives every outcome
  void send(FoundPage found) {
    requireNoFailure();
    Page page =
        Page.builder(
                found.url().text(),
                FetchPurpose.ARTICLE,
                sourceId,
                plausible(found.fetchedAt()),
                UUID.randomUUID().toString())
            .outcome(FetchOutcome.FETCHED, found.status())
            .body(found.contentType(), found.body())
            .build();
    var record =
        new ProducerRecord<>(
            Topics.PAGES.name(), null, found.url().host(), page.body(), page.headers());
    int size = page.body().length;
    String origin = found.origin();
    producer.send(record, (metadata, exception) -> completed(origin, size, exception));
  }

  /**
   * Returns the time of the fetch, or now if it is implausible: a wrong clock must not make this
   * version the newest or the oldest for ever.
   */
  private static Instant plausible(Instant fetchedAt) {
    Instant now = Instant.now();
    return fetchedAt.isAfter(now) || NewsDate.plausible(fetchedAt, now) == null ? now : fetchedAt;
  }

  private void completed(String origin, int size, @Nullable Exception exception) {
    if (exception == null) {
      tally.sent(size);
    } else if (exception instanceof RecordTooLargeException) {
      tally.skip(origin, SkipReason.TOO_LARGE, "more than the broker takes in one record");
    } else {
      failure.compareAndSet(null, exception);
    }
  }

  /**
   * Waits until every page is acknowledged.
   *
   * @throws KafkaException if the connection to the broker is lost
   */
  void flush() {
    producer.flush();
    requireNoFailure();
  }

  private void requireNoFailure() {
    Exception lost = failure.get();
    if (lost != null) {
      throw new KafkaException("cannot send pages: " + lost.getMessage(), lost);
    }
  }

  @Override
  public void close() {
    producer.close(CLOSING);
  }
}
