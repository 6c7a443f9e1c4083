package io.keeling.ingest.catalogue;

import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.source.Source;
import io.keeling.contract.topic.KafkaConnection;
import io.keeling.contract.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the catalogue's topic from its beginning to where it ends now. Threads may share it. */
final class CatalogueReader {

  private static final Logger LOG = LoggerFactory.getLogger(CatalogueReader.class);
  private static final String TOPIC = Topics.SOURCES.name();
  private static final Duration POLL = Duration.ofMillis(500);

  private final KafkaConnection kafka;
  private final Duration limit;

  CatalogueReader(KafkaConnection kafka, Duration limit) {
    this.kafka = kafka;
    this.limit = limit;
  }

  /** The sources by id; throws {@link TimeoutException} if the end is not reached in time. */
  Map<String, Source> read() {
    Instant deadline = Instant.now().plus(limit);
    Map<String, Source> sources = new TreeMap<>();
    try (var consumer =
        new KafkaConsumer<>(properties(), new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(TOPIC).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      consumer.seekToBeginning(partitions);
      while (!ends.entrySet().stream()
          .allMatch(e -> consumer.position(e.getKey()) >= e.getValue())) {
        if (Instant.now().isAfter(deadline)) {
          throw new TimeoutException(
              "the catalogue of sources could not be read within " + limit.toSeconds() + " s");
        }
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          apply(record, sources);
        }
      }
    }
    return sources;
  }

  private static void apply(ConsumerRecord<String, byte[]> record, Map<String, Source> sources) {
    if (record.key() == null) {
      return;
    }
    try {
      Source source = ContractSerdes.SOURCE.deserialize(TOPIC, record.value());
      if (source == null) {
        sources.remove(record.key());
      } else {
        sources.put(record.key(), source);
      }
    } catch (SerializationException e) {
      sources.remove(record.key());
      LOG.warn(
          "Ignoring the source at partition {} offset {}: {}",
          record.partition(),
          record.offset(),
          e.getMessage());
    }
  }

  private Map<String, Object> properties() {
    Map<String, Object> properties = kafka.clientProperties();
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) limit.toMillis());
    return properties;
  }
}
