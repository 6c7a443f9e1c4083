package io.keeling.ingest.websub;

import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.FetchRequest;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.ingest.fetch.Sites;
import io.keeling.reader.url.CanonicalUrl;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.thread.Threads;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests a feed at once when its hub reports a change. The content that the hub sends is dropped:
 * the feed is fetched under the fetcher's rules. Pings that follow too fast are merged into one
 * fetch at the end of the pause, so that no news is missed. Thread-safe.
 */
final class Pings implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Pings.class);

  /** How long closing waits for unsent requests; the next poll makes up for a lost ping. */
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

  /**
   * Milliseconds that a write may block, so that a hub gets a response even while the broker is
   * unavailable.
   */
  private static final int LONGEST_BLOCK_MILLIS = 2_000;

  private final KafkaProducer<String, byte[]> producer;
  private final long pauseNanos;
  private final ScheduledThreadPoolExecutor later;

  /** When each source was, or will be, fetched because of a ping; kept for one pause. */
  private final Map<String, Long> fetches = new HashMap<>();

  Pings(KafkaConnection kafka, Duration pause) {
    Map<String, Object> properties = kafka.producerProperties();
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, LONGEST_BLOCK_MILLIS);
    this.producer = KafkaConnection.producer(properties);
    this.pauseNanos = pause.toNanos();
    this.later =
        new ScheduledThreadPoolExecutor(1, task -> Threads.daemon("keeling-websub-pings", task));
    later.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Requests the feed of which a hub reported a change. */
  @SuppressWarnings("FutureReturnValueIgnored") // ask() logs its failures
  synchronized void pinged(Subscription subscription) {
    long now = System.nanoTime();
    Long before = fetches.get(subscription.source());
    if (before != null && before - now > 0) {
      return; // The scheduled fetch will see this change too.
    }
    fetches.values().removeIf(fetch -> fetch + pauseNanos - now < 0);
    long at = before == null ? now : Math.max(now, before + pauseNanos);
    fetches.put(subscription.source(), at);
    later.schedule(() -> ask(subscription), at - now, TimeUnit.NANOSECONDS);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callback receives every outcome
  private void ask(Subscription subscription) {
    CanonicalUrl url = CanonicalUrl.of(subscription.url()).orElseThrow();
    FetchRequest request =
        new FetchRequest(
            url.text(), FetchPurpose.FEED, subscription.source(), Instant.now(), 1, null, null);
    Headers headers = new RecordHeaders();
    HeaderValues.put(headers, HeaderNames.TRACE, UUID.randomUUID().toString());
    String topic = Topics.FETCHES.name();
    byte[] value = ContractSerdes.FETCH_REQUEST.serialize(topic, headers, request);
    producer.send(
        new ProducerRecord<>(topic, null, Sites.of(url.host()), value, headers),
        (metadata, failure) -> {
          if (failure != null) {
            LOG.warn(
                "Cannot request source {} after a ping; its next poll will fetch the change: {}",
                subscription.source(),
                failure.toString());
          }
        });
  }

  @Override
  public void close() {
    later.shutdownNow();
    producer.close(CLOSE_LIMIT);
  }
}
