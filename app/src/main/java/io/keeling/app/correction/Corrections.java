package io.keeling.app.correction;

import io.keeling.app.kafka.Kafka;
import io.keeling.app.kafka.KafkaRecords;
import io.keeling.contract.correction.TagCorrection;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.runtime.kafka.KafkaConnection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes {@code keeling.corrections}. Not for sharing between threads; every method
 * throws {@link org.apache.kafka.common.KafkaException} if the broker does not answer.
 */
public final class Corrections {

  private final KafkaConnection kafka;

  public Corrections(KafkaConnection kafka) {
    this.kafka = kafka;
  }

  /**
   * Returns the latest correction of each tag of some articles by key, including undone
   * corrections.
   */
  public Map<String, TagCorrection> find(Predicate<String> articles) {
    Map<String, TagCorrection> found = new LinkedHashMap<>();
    KafkaRecords.forEach(
        kafka,
        Topics.CORRECTIONS,
        record -> {
          String key = KafkaRecords.key(record);
          if (articles.test(key.split("/", 2)[0])) {
            found.remove(key);
            TagCorrection correction = KafkaRecords.value(ContractSerdes.TAG_CORRECTION, record);
            if (correction != null && correction.key().equals(key)) {
              found.put(key, correction);
            }
          }
        });
    return found;
  }

  public void write(TagCorrection correction) {
    Headers headers = Kafka.newTrace();
    byte[] value =
        ContractSerdes.TAG_CORRECTION.serialize(Topics.CORRECTIONS.name(), headers, correction);
    Kafka.write(kafka, List.of(record(correction.key(), value, headers)));
  }

  /** Deletes corrections of some articles from the topic, and thereby from the tags. */
  public void forget(Collection<String> articles) {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    find(articles::contains)
        .keySet()
        .forEach(key -> records.add(record(key, null, Kafka.newTrace())));
    Kafka.write(kafka, records);
  }

  private static ProducerRecord<String, byte[]> record(
      String key, byte @Nullable [] value, Headers headers) {
    return new ProducerRecord<>(Topics.CORRECTIONS.name(), null, key, value, headers);
  }
}
