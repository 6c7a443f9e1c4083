package io.keeling.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.runtime.health.OpenTransactions;
import io.keeling.runtime.kafka.KafkaConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a transaction that does not end holds back is named until it ends, and nothing else is. */
class OpenTransactionsIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Shorter than in earnest; transactions of this test end within a fraction of it. */
  private static final Duration LIMIT = Duration.ofSeconds(3);

  private static final Duration PERIOD = Duration.ofMillis(300);
  private static final String APPLICATION = "keeling-test";
  private static final byte[] WORDS = {1};

  @TempDir static Path directory;

  private static EmbeddedKafka kafka;
  private static KafkaConnection connection;

  @BeforeAll
  static void startKafka() throws Exception {
    kafka = EmbeddedKafka.start(directory);
    connection = KafkaConnection.to(kafka.bootstrapServers());
  }

  @AfterAll
  static void stopKafka() {
    kafka.close();
  }

  @Test
  void recordsBehindATransactionAreNamedUntilItEnds() throws Exception {
    create("input", "other");
    try (OpenTransactions watched = watch("input");
        OpenTransactions elsewhere = watch("other");
        KafkaProducer<byte[], byte[]> producer = producer("endless")) {
      producer.beginTransaction();
      producer.send(new ProducerRecord<>("input", 0, null, WORDS)).get();

      await().atMost(PATIENCE).until(() -> watched.open() == 1);
      assertThat(watched.problems())
          .singleElement()
          .asString()
          .startsWith("role: a transaction has been open since ")
          .contains("input-0 (producer ", "docs/guarantees.md");
      assertThat(elsewhere.problems()).isEmpty();

      producer.commitTransaction();
      await().atMost(PATIENCE).until(() -> watched.open() == 0);
      assertThat(watched.problems()).isEmpty();
    }
  }

  @Test
  void internalTopicsAndOffsetsOfAStreamsApplicationAreWatchedToo() throws Exception {
    create("source", APPLICATION + "-store-changelog");
    TopicPartition source = new TopicPartition("source", 0);
    try (OpenTransactions watched = watch("source");
        KafkaProducer<byte[], byte[]> producer = producer("stuck")) {
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(APPLICATION + "-store-changelog", 0, null, WORDS)).get();
      producer.sendOffsetsToTransaction(
          Map.of(source, new OffsetAndMetadata(7)), new ConsumerGroupMetadata(APPLICATION));

      await().atMost(PATIENCE).until(() -> watched.open() == 2);
      assertThat(watched.problems())
          .singleElement()
          .asString()
          .contains(
              "keeling-test-store-changelog-0", "the offset of " + APPLICATION + " in source-0");

      producer.abortTransaction();
      await().atMost(PATIENCE).until(() -> watched.open() == 0);
    }
  }

  @Test
  void transactionsThatFollowOneAnotherAreNoneThatStaysOpen() throws Exception {
    create("busy");
    try (KafkaProducer<byte[], byte[]> producer = producer("busy")) {
      // The first makes the broker's own topics, which takes its time.
      commitOne(producer, "busy");
      try (OpenTransactions watched = watch("busy")) {
        long end = System.nanoTime() + LIMIT.multipliedBy(3).toNanos();
        while (System.nanoTime() < end) {
          commitOne(producer, "busy");
          assertThat(watched.problems()).isEmpty();
        }
      }
    }
  }

  private static void commitOne(KafkaProducer<byte[], byte[]> producer, String topic)
      throws Exception {
    producer.beginTransaction();
    producer.send(new ProducerRecord<>(topic, 0, null, WORDS)).get();
    // The same offset again and again, as Streams commits that of an idle partition.
    producer.sendOffsetsToTransaction(
        Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(7)),
        new ConsumerGroupMetadata(APPLICATION));
    producer.commitTransaction();
  }

  private static OpenTransactions watch(String topic) {
    return OpenTransactions.watch(connection, "role", Set.of(topic), APPLICATION, LIMIT, PERIOD);
  }

  private static KafkaProducer<byte[], byte[]> producer(String transaction) {
    Map<String, Object> properties = connection.clientProperties();
    properties.put("transactional.id", transaction);
    // The longest that the broker lets it have.
    properties.put("transaction.timeout.ms", 900_000);
    KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    producer.initTransactions();
    return producer;
  }

  private static void create(String... topics) throws Exception {
    try (Admin admin = Admin.create(connection.clientProperties())) {
      admin
          .createTopics(
              java.util.Arrays.stream(topics)
                  .map(name -> new NewTopic(name, Optional.of(1), Optional.of((short) 1)))
                  .toList())
          .all()
          .get();
    }
  }
}
