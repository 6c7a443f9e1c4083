package io.keeling.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.article.Article;
import io.keeling.contract.correction.TagCorrection;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.TopicCreator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Keeling's topics as a test writes and reads them, three partitions each. Stateless. */
public final class TestTopics {

  private static final int PARTITIONS = 3;

  private TestTopics() {}

  public static void create(KafkaConnection kafka) {
    try (Admin admin = Admin.create(kafka.clientProperties())) {
      new TopicCreator(admin).ensure(Topics.ALL, PARTITIONS, Optional.empty());
    }
  }

  public static void send(KafkaConnection kafka, List<Article> articles) {
    try (KafkaProducer<String, byte[]> producer = producer(kafka)) {
      articles.forEach(
          a -> send(producer, a.id(), ContractSerdes.ARTICLE.serialize(Topics.ARTICLES.name(), a)));
    }
  }

  /** Says something of a tag. */
  public static void correct(KafkaConnection kafka, TagCorrection said) {
    String topic = Topics.CORRECTIONS.name();
    try (KafkaProducer<String, byte[]> producer = producer(kafka)) {
      var sent =
          producer.send(
              new ProducerRecord<>(
                  topic, said.key(), ContractSerdes.TAG_CORRECTION.serialize(topic, said)));
      producer.flush();
      assertThat(sent).isDone();
    }
  }

  public static void sendRaw(KafkaConnection kafka, String key, byte[] value) {
    try (KafkaProducer<String, byte[]> producer = producer(kafka)) {
      send(producer, key, value);
    }
  }

  private static KafkaProducer<String, byte[]> producer(KafkaConnection kafka) {
    return new KafkaProducer<>(
        kafka.clientProperties(), new StringSerializer(), new ByteArraySerializer());
  }

  private static void send(KafkaProducer<String, byte[]> producer, String key, byte[] value) {
    var sent = producer.send(new ProducerRecord<>(Topics.ARTICLES.name(), key, value));
    producer.flush();
    assertThat(sent).isDone();
  }

  /** All that is committed in {@code keeling.enriched}, partition by partition, in order. */
  public static List<EnrichedArticle> enriched(KafkaConnection kafka) {
    return read(kafka, Topics.ENRICHED.name()).stream()
        .map(r -> ContractSerdes.ENRICHED_ARTICLE.deserialize(r.topic(), r.value()))
        .toList();
  }

  /** Everything committed in a topic. */
  public static List<ConsumerRecord<String, byte[]>> read(KafkaConnection kafka, String topic) {
    Map<String, Object> properties = kafka.clientProperties();
    properties.put("isolation.level", "read_committed");
    properties.put("auto.offset.reset", "earliest");
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          IntStream.range(0, PARTITIONS).mapToObj(p -> new TopicPartition(topic, p)).toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      consumer.seekToBeginning(partitions);
      List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
      return records;
    }
  }
}
