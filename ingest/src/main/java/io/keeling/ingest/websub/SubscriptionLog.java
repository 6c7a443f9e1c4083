package io.keeling.ingest.websub;

import io.keeling.contract.serde.JsonSerde;
import io.keeling.contract.topic.TopicSpec;
import io.keeling.runtime.health.Activity;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.TopicCreator;
import io.keeling.runtime.streams.FailureKind;
import io.keeling.runtime.thread.Threads;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores all subscriptions in a compacted topic of ingest, so that they survive a restart and a hub
 * may call any instance. Every instance reads the whole topic, and then each new record.
 * Thread-safe.
 */
final class SubscriptionLog implements AutoCloseable {

  /**
   * The topic of the subscriptions. It is not part of the contract: it contains secrets, and
   * nothing else reads it.
   */
  static final TopicSpec TOPIC =
      new TopicSpec(
          "keeling-ingest-subscriptions", "source id", Map.of("cleanup.policy", "compact"));

  private static final Logger LOG = LoggerFactory.getLogger(SubscriptionLog.class);

  /** How long starting waits for Kafka; after a failed start, ingest tries again. */
  private static final Duration START_LIMIT = Duration.ofSeconds(30);

  /** Pause before Kafka is asked again after a failure; an outage is logged six times a minute. */
  private static final Duration RETRY = Duration.ofSeconds(10);

  /** How long a poll waits for records. Closing may have to wait for such a poll. */
  private static final Duration POLL = Duration.ofMillis(500);

  /** How long closing waits for the consumer, so that it does not delay the end of the process. */
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

  private static final TopicPartition PARTITION = new TopicPartition(TOPIC.name(), 0);
  private static final JsonSerde<Subscription> SERDE =
      new JsonSerde<>(Subscription.class, "subscription/1");

  private final Map<String, Subscription> bySource = new ConcurrentHashMap<>();
  private final Map<String, String> sourceByToken = new ConcurrentHashMap<>();
  private final KafkaConsumer<String, byte[]> consumer;
  private final KafkaProducer<String, byte[]> producer;
  private final Thread follower;
  private final AtomicLong rounds = new AtomicLong();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile @Nullable String fatal;

  private SubscriptionLog(KafkaConnection kafka) {
    Map<String, Object> reading = kafka.clientProperties();
    reading.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    reading.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    this.consumer = KafkaConnection.consumer(reading);
    Map<String, Object> writing = kafka.producerProperties();
    this.producer = KafkaConnection.producer(writing);
    this.follower = Threads.daemon("keeling-websub-log", this::follow);
  }

  /**
   * Creates the topic if it is missing, reads it to its end and goes on reading new records.
   *
   * @throws KafkaException if the broker does not answer in time
   */
  static SubscriptionLog open(KafkaConnection kafka) {
    try (Admin admin = Admin.create(kafka.clientProperties())) {
      new TopicCreator(admin).ensure(List.of(TOPIC), 1, Optional.empty());
    }
    SubscriptionLog log = new SubscriptionLog(kafka);
    log.catchUp();
    log.follower.start();
    return log;
  }

  private void catchUp() {
    Instant deadline = Instant.now().plus(START_LIMIT);
    consumer.assign(List.of(PARTITION));
    consumer.seekToBeginning(List.of(PARTITION));
    long end = Objects.requireNonNull(consumer.endOffsets(List.of(PARTITION)).get(PARTITION));
    while (consumer.position(PARTITION) < end) {
      if (Instant.now().isAfter(deadline)) {
        throw new TimeoutException(
            "Kafka did not deliver all subscriptions of WebSub within " + START_LIMIT);
      }
      consumer.poll(POLL).forEach(this::apply);
    }
  }

  private void follow() {
    try {
      do {
        rounds.incrementAndGet();
        followFor();
        // A refusal by Kafka returns at once, so this pause limits the retries.
      } while (fatal == null && !closing.await(RETRY.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException | WakeupException e) {
      // Interrupted by close().
    }
  }

  private void followFor() {
    try {
      while (closing.getCount() > 0) {
        consumer.poll(POLL).forEach(this::apply);
        rounds.incrementAndGet();
      }
    } catch (WakeupException e) {
      throw e;
    } catch (KafkaException e) {
      if (refused(e)) {
        return;
      }
      LOG.warn(
          "Cannot follow the subscriptions, trying again in {}: {}", RETRY, FailureKind.line(e));
    }
  }

  /**
   * Records a failure that an operator has to fix, because retrying would hide it. Returns false
   * for any other failure.
   */
  private boolean refused(Exception failure) {
    // A hub's address may be too long for Kafka, which no operator can fix.
    if (failure instanceof RecordTooLargeException
        || FailureKind.of(failure) != FailureKind.MISCONFIGURED) {
      return false;
    }
    fatal = FailureKind.line(failure);
    LOG.error("WebSub stops: {}", fatal);
    return true;
  }

  /** Returns the activity of the thread that reads new records of the topic. */
  Activity activity() {
    return new Activity(
        "the follower of WebSub's subscriptions",
        closing.getCount() > 0,
        rounds.get(),
        "its loop makes no rounds");
  }

  /**
   * Returns why subscriptions can no longer be stored, in one line; null while they can be stored.
   */
  @Nullable String fatal() {
    return fatal;
  }

  private void apply(ConsumerRecord<String, byte[]> record) {
    try {
      keep(record.key(), SERDE.deserialize(TOPIC.name(), record.value()));
    } catch (SerializationException e) {
      LOG.warn(
          "Ignoring the unreadable subscription at offset {}: {}", record.offset(), e.getMessage());
    }
  }

  private synchronized void keep(String source, @Nullable Subscription subscription) {
    Subscription before =
        subscription == null ? bySource.remove(source) : bySource.put(source, subscription);
    if (before != null && (subscription == null || !before.token().equals(subscription.token()))) {
      sourceByToken.remove(before.token());
    }
    if (subscription != null) {
      sourceByToken.put(subscription.token(), source);
    }
  }

  @Nullable Subscription of(String source) {
    return bySource.get(source);
  }

  /** Returns the subscription with the given token, or null. */
  @Nullable Subscription called(String token) {
    String source = sourceByToken.get(token);
    Subscription subscription = source == null ? null : bySource.get(source);
    return subscription != null && subscription.token().equals(token) ? subscription : null;
  }

  long confirmed(Instant now) {
    return bySource.values().stream()
        .filter(s -> s.until() != null && s.until().isAfter(now))
        .count();
  }

  /**
   * Stores a subscription in place of its source's earlier one; other instances read it soon after.
   */
  void put(Subscription subscription) {
    write(subscription.source(), subscription);
  }

  void remove(String source) {
    write(source, null);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callback receives every outcome
  private void write(String source, @Nullable Subscription subscription) {
    keep(source, subscription);
    byte[] value = SERDE.serialize(TOPIC.name(), subscription);
    producer.send(
        new ProducerRecord<>(TOPIC.name(), source, value),
        (metadata, failure) -> {
          if (failure != null && !refused(failure)) {
            // Harmless: after a restart, the next poll of the feed asks the hub again.
            LOG.warn("Cannot store a subscription: {}", failure.toString());
          }
        });
  }

  @Override
  public void close() {
    closing.countDown();
    consumer.wakeup();
    try {
      follower.join(CLOSE_LIMIT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    producer.close(CLOSE_LIMIT);
    if (!follower.isAlive()) {
      consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(CLOSE_LIMIT));
    }
  }
}
