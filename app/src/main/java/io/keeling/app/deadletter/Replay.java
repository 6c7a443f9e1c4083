package io.keeling.app.deadletter;

import io.keeling.contract.article.Article;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.fetch.FetchRequest;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.KafkaFutures;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the record of a dead letter to its origin topic again. A record of the sink goes through
 * enrich once more. Replaying twice is harmless, as every later stage ignores what it has already
 * seen. Not for sharing between threads.
 */
public final class Replay implements AutoCloseable {

  /** Time limit for the broker to accept a record, and for closing, as a person waits. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final KafkaConnection kafka;
  private final KafkaProducer<byte[], byte[]> producer;

  public Replay(KafkaConnection kafka) {
    this.kafka = kafka;
    Map<String, Object> properties = kafka.producerProperties();
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.LARGEST_RECORD);
    producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Replays one letter. Returns false if its record is neither in the letter nor in its topic. */
  public boolean replay(DeadLetter letter) {
    ProducerRecord<byte[], byte[]> record =
        letter.payload() != null ? fromLetter(letter) : fromTopic(letter);
    if (record == null) {
      return false;
    }
    try {
      KafkaFutures.get(producer.send(asOf(Instant.now(), record)));
      return true;
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      throw new KafkaException("cannot replay to " + record.topic(), e);
    }
  }

  /** Returns the record to be written, changed so that its stage accepts it now. */
  static ProducerRecord<byte[], byte[]> asOf(Instant now, ProducerRecord<byte[], byte[]> record) {
    try {
      if (record.value() != null && record.topic().equals(Topics.FETCHES.name())) {
        return renewed(now, record);
      }
      if (record.value() != null && record.topic().equals(Topics.ENRICHED.name())) {
        return throughEnrich(record);
      }
      if (record.topic().equals(Topics.ARTICLES.name())) {
        // The record is now sent alone. If it kept the mark of the batch with which it was sent
        // before, enrich would publish an old version after newer ones.
        record.headers().remove(HeaderNames.SENT_AGAIN);
      }
    } catch (SerializationException e) {
      // Not in the topic's format; the stage reports it again.
    }
    return record;
  }

  /** Renews the time of a request, as the fetcher drops requests that have waited for hours. */
  private static ProducerRecord<byte[], byte[]> renewed(
      Instant now, ProducerRecord<byte[], byte[]> record) {
    FetchRequest request = ContractSerdes.FETCH_REQUEST.deserialize(record.topic(), record.value());
    if (request == null) {
      return record;
    }
    byte[] value = ContractSerdes.FETCH_REQUEST.serialize(record.topic(), request.asOf(now));
    return new ProducerRecord<>(record.topic(), null, record.key(), value, record.headers());
  }

  /**
   * Returns the article to be written to the topic that enrich reads. If the record were written to
   * {@code keeling.enriched}, it would become the article's last record and replace newer
   * revisions. Unless a newer version exists, enrich publishes the article under its old revision,
   * or under a new one if the enrichment has changed.
   */
  private static ProducerRecord<byte[], byte[]> throughEnrich(
      ProducerRecord<byte[], byte[]> record) {
    EnrichedArticle enriched =
        ContractSerdes.ENRICHED_ARTICLE.deserialize(record.topic(), record.value());
    byte[] key = enriched == null ? null : enriched.article().id().getBytes(StandardCharsets.UTF_8);
    if (enriched == null || key == null || !Arrays.equals(key, record.key())) {
      return record; // no article, or with the key of another
    }
    Article article = enriched.article();
    String topic = Topics.ARTICLES.name();
    Headers headers = new RecordHeaders();
    byte[] value = ContractSerdes.ARTICLE.serialize(topic, headers, article);
    HeaderValues.put(
        headers, HeaderNames.TRACE, HeaderValues.get(record.headers(), HeaderNames.TRACE));
    HeaderValues.put(headers, HeaderNames.SENT_AGAIN, article.fetchedAt().toString());
    return new ProducerRecord<>(topic, null, key, value, headers);
  }

  private static ProducerRecord<byte[], byte[]> fromLetter(DeadLetter letter) {
    List<Header> headers =
        letter.headers().entrySet().stream()
            .<Header>map(
                h -> new RecordHeader(h.getKey(), h.getValue().getBytes(StandardCharsets.UTF_8)))
            .toList();
    String key = letter.origin().key();
    return new ProducerRecord<>(
        letter.origin().topic(),
        null,
        key == null ? null : key.getBytes(StandardCharsets.UTF_8),
        letter.payload(),
        new RecordHeaders(headers));
  }

  private @Nullable ProducerRecord<byte[], byte[]> fromTopic(DeadLetter letter) {
    TopicPartition partition =
        new TopicPartition(letter.origin().topic(), letter.origin().partition());
    Map<String, Object> properties = kafka.clientProperties();
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      long first =
          Objects.requireNonNull(consumer.beginningOffsets(List.of(partition)).get(partition));
      if (first > letter.origin().offset()) {
        return null;
      }
      consumer.seek(partition, letter.origin().offset());
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(LIMIT)) {
        if (record.offset() == letter.origin().offset()) {
          return new ProducerRecord<>(
              record.topic(), null, record.key(), record.value(), record.headers());
        }
      }
      return null;
    }
  }

  @Override
  public void close() {
    producer.close(LIMIT);
  }
}
