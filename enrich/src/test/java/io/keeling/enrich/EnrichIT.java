package io.keeling.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.contract.article.Article;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.KafkaConnection;
import io.keeling.contract.topic.TopicCreator;
import io.keeling.contract.topic.Topics;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrichIT {

  private static final int PARTITIONS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path directory;

  @Test
  void everyVersionComesOutOnceThroughRestartsAndSeveralInstances() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"))) {
      KafkaConnection connection = KafkaConnection.to(kafka.bootstrapServers());
      createTopics(connection);
      List<Article> first = reports(0, 40);
      List<Article> second = reports(40, 80);

      try (Enrich enrich = start(connection, "one", 2)) {
        send(connection, first);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(enrich.problems()).isEmpty());
        // Stopped in the middle: whatever is begun is finished or rolled back.
        await()
            .atMost(PATIENCE)
            .untilAsserted(() -> assertThat(read(connection, Topics.ENRICHED.name())).isNotEmpty());
      }
      // The other instance has no state of its own and reads it back from Kafka.
      try (Enrich one = start(connection, "one", 1);
          Enrich two = start(connection, "two", 1)) {
        send(connection, first);
        sendRaw(connection, "poison", "{\"id\":".getBytes(StandardCharsets.UTF_8));
        send(connection, second);

        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () -> {
                  assertThat(read(connection, Topics.ENRICHED.name()))
                      .hasSizeGreaterThanOrEqualTo(80);
                  assertThat(read(connection, Topics.DEAD_LETTERS.name())).hasSize(1);
                });
        assertThat(one.alive()).isTrue();
        assertThat(two.alive()).isTrue();
      }

      List<EnrichedArticle> enriched =
          read(connection, Topics.ENRICHED.name()).stream()
              .map(r -> ContractSerdes.ENRICHED_ARTICLE.deserialize(r.topic(), r.value()))
              .toList();
      assertThat(enriched).hasSize(80);
      assertThat(enriched).extracting(e -> e.article().id()).doesNotHaveDuplicates();
      assertThat(enriched).extracting(EnrichedArticle::revision).containsOnly(1);
      Map<String, Integer> outletsOfStories = new HashMap<>();
      enriched.forEach(e -> outletsOfStories.merge(e.story().id(), e.story().outlets(), Math::max));
      assertThat(outletsOfStories).as("each report is told by two outlets").hasSize(40);
      assertThat(outletsOfStories.values()).containsOnly(2);
      DeadLetter letter =
          ContractSerdes.DEAD_LETTER.deserialize(
              "", read(connection, Topics.DEAD_LETTERS.name()).get(0).value());
      assertThat(letter.reason()).isEqualTo("unreadable");
      assertThat(letter.origin().key()).isEqualTo("poison");
    }
  }

  private Enrich start(KafkaConnection kafka, String instance, int threads) {
    EnrichConfig config =
        new EnrichConfig(
            "keeling-enrich",
            directory.resolve(instance),
            threads,
            Duration.ofMillis(100),
            Duration.ofSeconds(10),
            0,
            null);
    return Enrich.start(kafka, config, new SimpleMeterRegistry());
  }

  /** Each report appears in two outlets, in articles that follow one another. */
  private static List<Article> reports(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(
            i -> {
              int report = i / 2;
              String text =
                  IntStream.range(0, 12)
                      .mapToObj(
                          s ->
                              "In report "
                                  + report
                                  + " gate "
                                  + (report * 31 + s)
                                  + " of the dam let "
                                  + (report * 17 + s * 7)
                                  + " tonnes of water go.")
                      .collect(Collectors.joining(" "));
              return Articles.article(
                  "outlet" + i % 2 + ".example", "report-" + report, "Dam", text);
            })
        .toList();
  }

  private static void createTopics(KafkaConnection kafka) {
    try (Admin admin = Admin.create(kafka.clientProperties())) {
      new TopicCreator(admin).ensure(Topics.ALL, PARTITIONS, Optional.empty());
    }
  }

  private static void send(KafkaConnection kafka, List<Article> articles) {
    try (KafkaProducer<String, byte[]> producer = producer(kafka)) {
      articles.forEach(
          a -> send(producer, a.id(), ContractSerdes.ARTICLE.serialize(Topics.ARTICLES.name(), a)));
    }
  }

  private static void sendRaw(KafkaConnection kafka, String key, byte[] value) {
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

  /** Everything committed in a topic. */
  private static List<ConsumerRecord<String, byte[]>> read(KafkaConnection kafka, String topic) {
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
