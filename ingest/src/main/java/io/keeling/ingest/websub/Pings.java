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
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the fetcher for a feed at once when a hub says that it changed. What the hub sends along is
 * dropped: the feed itself is asked, under the fetcher's rules. Pings that come too fast are one
 * fetch, made as soon as the pause is over, so that no news is missed. Threads may share it.
 */
final class Pings implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Pings.class);

  /**
   * How long closing waits. Chosen: a ping that is lost at the close is made up for by the next
   * poll.
   */
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

  /**
   * How long a write may block, in milliseconds. Chosen: a hub that calls while the broker is away
   * gets its answer all the same.
   */
  private static final int LONGEST_BLOCK_MILLIS = 2_000;

  private final KafkaProducer<String, byte[]> producer;
  private final long pauseNanos;
  private final ScheduledThreadPoolExecutor later;

  /** When each source is fetched, or was fetched last, because of a ping; as long as it matters. */
  private final Map<String, Long> fetches = new HashMap<>();

  Pings(KafkaConnection kafka, Duration pause) {
    Map<String, Object> properties = kafka.producerProperties();
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, LONGEST_BLOCK_MILLIS);
    this.producer =
        new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    this.pauseNanos = pause.toNanos();
    this.later =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "keeling-websub-pings");
              thread.setDaemon(true);
              return thread;
            });
    later.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** A hub says that a feed changed. */
  @SuppressWarnings("FutureReturnValueIgnored") // ask() says itself what goes wrong
  synchronized void pinged(Subscription subscription) {
    long now = System.nanoTime();
    Long before = fetches.get(subscription.source());
    if (before != null && before - now > 0) {
      return; // A fetch is to come already, and it will see this change too.
    }
    fetches.values().removeIf(fetch -> fetch + pauseNanos - now < 0);
    long at = before == null ? now : Math.max(now, before + pauseNanos);
    fetches.put(subscription.source(), at);
    later.schedule(() -> ask(subscription), at - now, TimeUnit.NANOSECONDS);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callback hears of every outcome
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
            LOG.warn("A ping for {} is lost: {}", subscription.source(), failure.toString());
          }
        });
  }

  @Override
  public void close() {
    later.shutdownNow();
    producer.close(CLOSE_LIMIT);
  }
}
