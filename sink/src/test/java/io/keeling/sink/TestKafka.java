package io.keeling.sink;

import static org.awaitility.Awaitility.await;

import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.TopicSpec;
import io.keeling.contract.topic.Topics;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.TopicCreator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker of a test's own with Keeling's topics, four partitions each. For one thread. */
public final class TestKafka implements AutoCloseable {

  private static final int PARTITIONS = 4;

  private final EmbeddedKafka broker;
  private final KafkaProducer<String, byte[]> producer;

  private TestKafka(EmbeddedKafka broker) {
    this.broker = broker;
    this.producer =
        new KafkaProducer<>(
            connection().clientProperties(), new StringSerializer(), new ByteArraySerializer());
  }

  public static TestKafka start(Path directory) throws IOException {
    return on(EmbeddedKafka.start(directory));
  }

  /** With a broker that runs, and is closed with this. */
  public static TestKafka on(EmbeddedKafka broker) {
    TestKafka kafka = new TestKafka(broker);
    kafka.createTopics();
    return kafka;
  }

  public void createTopics() {
    try (Admin admin = Admin.create(connection().clientProperties())) {
      new TopicCreator(admin)
          .ensure(List.of(Topics.ENRICHED, Topics.DEAD_LETTERS), PARTITIONS, Optional.empty());
    }
  }

  public void deleteTopic(TopicSpec topic) throws Exception {
    try (Admin admin = Admin.create(connection().clientProperties())) {
      admin.deleteTopics(List.of(topic.name())).all().get();
      await().until(() -> !admin.listTopics().names().get().contains(topic.name()));
    }
  }

  public KafkaConnection connection() {
    return KafkaConnection.to(broker.bootstrapServers());
  }

  public void send(EnrichedArticle article) {
    send(article.article().id(), Fixtures.json(article));
  }

  /** Sends an article to one partition, whatever its key. */
  public void send(EnrichedArticle article, int partition) {
    send(
        new ProducerRecord<>(
            Topics.ENRICHED.name(), partition, article.article().id(), Fixtures.json(article)));
  }

  public void send(String key, String value) {
    send(key, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
  }

  private void send(String key, byte[] value) {
    send(new ProducerRecord<>(Topics.ENRICHED.name(), key, value));
  }

  private void send(ProducerRecord<String, byte[]> record) {
    var sent = producer.send(record);
    producer.flush();
    if (!sent.isDone()) {
      throw new IllegalStateException("flush returned before the record was sent");
    }
  }

  /** The sinks that Kafka knows, and which partitions are whose. */
  public Map<String, Set<Integer>> members() throws Exception {
    try (Admin admin = Admin.create(connection().clientProperties())) {
      Map<String, Set<Integer>> result = new HashMap<>();
      admin
          .describeConsumerGroups(List.of("keeling-sink"))
          .describedGroups()
          .get("keeling-sink")
          .get()
          .members()
          .forEach(
              member ->
                  result.put(
                      member.consumerId(),
                      member.assignment().topicPartitions().stream()
                          .map(TopicPartition::partition)
                          .collect(Collectors.toSet())));
      return result;
    }
  }

  /** All dead letters so far. */
  public List<DeadLetter> deadLetters() {
    Map<String, Object> properties = connection().clientProperties();
    properties.put("auto.offset.reset", "earliest");
    try (KafkaConsumer<String, DeadLetter> consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), ContractSerdes.DEAD_LETTER)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.DEAD_LETTERS.name()).stream()
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<DeadLetter> result = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> result.add(record.value()));
      }
      return result;
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ZERO);
    broker.close();
  }
}
