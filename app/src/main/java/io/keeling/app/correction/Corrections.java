package io.keeling.app.correction;

import io.keeling.contract.correction.TagCorrection;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.KafkaFutures;
import io.keeling.runtime.kafka.TopicScan;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes {@code keeling.corrections}. Not for sharing between threads; every method
 * throws {@link org.apache.kafka.common.KafkaException} if the broker does not answer.
 */
public final class Corrections {

  /** How long closing waits for what has not been sent. Chosen. */
  private static final Duration CLOSING = Duration.ofSeconds(10);

  private final KafkaConnection kafka;

  public Corrections(KafkaConnection kafka) {
    this.kafka = kafka;
  }

  /**
   * What was last said of each tag, also where it was taken back, by key. Reads all of the topic.
   *
   * @param articles which are meant, by id
   */
  public Map<String, TagCorrection> find(Predicate<String> articles) {
    Map<String, TagCorrection> found = new LinkedHashMap<>();
    try (TopicScan scan = new TopicScan(kafka, Topics.CORRECTIONS.name(), null)) {
      scan.forEachRemaining(
          record -> {
            String key =
                record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
            if (articles.test(key.split("/", 2)[0])) {
              put(found, key, record);
            }
          });
    }
    return found;
  }

  private static void put(
      Map<String, TagCorrection> found, String key, ConsumerRecord<byte[], byte[]> record) {
    found.remove(key);
    try {
      TagCorrection said =
          ContractSerdes.TAG_CORRECTION.deserialize(record.topic(), record.value());
      if (said != null && said.key().equals(key)) {
        found.put(key, said);
      }
    } catch (SerializationException e) {
      // A dead letter of enrich's.
    }
  }

  /** Writes what was said. */
  public void write(TagCorrection said) {
    Headers headers = headers();
    byte[] value =
        ContractSerdes.TAG_CORRECTION.serialize(Topics.CORRECTIONS.name(), headers, said);
    send(List.of(record(said.key(), value, headers)));
  }

  /** Forgets all that was said of some articles, in the topic and in their tags. */
  public void forget(Collection<String> articles) {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    find(articles::contains).keySet().forEach(key -> records.add(record(key, null, headers())));
    send(records);
  }

  private static Headers headers() {
    Headers headers = new RecordHeaders();
    HeaderValues.put(headers, HeaderNames.TRACE, UUID.randomUUID().toString());
    return headers;
  }

  private static ProducerRecord<String, byte[]> record(
      String key, byte @Nullable [] value, Headers headers) {
    return new ProducerRecord<>(Topics.CORRECTIONS.name(), null, key, value, headers);
  }

  private void send(List<ProducerRecord<String, byte[]>> records) {
    if (records.isEmpty()) {
      return;
    }
    List<Future<RecordMetadata>> answers = new ArrayList<>();
    KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            kafka.producerProperties(), new StringSerializer(), new ByteArraySerializer());
    try {
      records.forEach(record -> answers.add(producer.send(record)));
      producer.flush();
    } finally {
      producer.close(CLOSING);
    }
    answers.forEach(KafkaFutures::get);
  }
}
