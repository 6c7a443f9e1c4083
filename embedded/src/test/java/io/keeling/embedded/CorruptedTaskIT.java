package io.keeling.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.streams.StreamsDefaults;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a task has read is not lost where another one of its thread is corrupted. */
class CorruptedTaskIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String APPLICATION = "keeling-test";
  private static final String INPUT = "input";
  private static final String OUTPUT = "output";
  private static final int PARTITIONS = 6;

  /** Between two transactions; while a group rebalances Streams does not commit at all. */
  private static final Duration COMMIT_INTERVAL = Duration.ofMillis(100);

  /** Of Kafka's half a minute for an answer this test would only be longer. */
  private static final Map<String, String> QUICK = Map.of("request.timeout.ms", "5000");

  private static final String CORRUPT = "corrupt";
  private static final String HANG = "hang";

  @TempDir Path directory;

  private final Map<String, String> instanceOf = new ConcurrentHashMap<>();
  private final CountDownLatch released = new CountDownLatch(1);

  @Test
  void aGroupThatRebalancesDoesNotKeepTheOthersFromBeingReadAgain() throws Exception {
    try (EmbeddedKafka broker = EmbeddedKafka.start(directory.resolve("kafka"))) {
      KafkaConnection kafka = new KafkaConnection(broker.bootstrapServers(), QUICK);
      create(kafka);
      try (KafkaStreams one = start(kafka, "one");
          KafkaStreams other = start(kafka, "other");
          KafkaProducer<byte[], byte[]> producer =
              new KafkaProducer<>(
                  kafka.producerProperties(),
                  new ByteArraySerializer(),
                  new ByteArraySerializer())) {
        List<Integer> ofOne = shared(producer);

        // A member that does not answer keeps the rebalance open that the first corruption asks
        // for.
        send(producer, partitions("other").get(0), HANG);
        await().atMost(PATIENCE).until(() -> instanceOf.containsKey(HANG));
        send(producer, ofOne.get(0), CORRUPT);
        await().atMost(PATIENCE).until(() -> rebalances(kafka));
        send(producer, ofOne.get(1), "kept");
        await().atMost(PATIENCE).until(() -> "one".equals(instanceOf.get("kept")));
        send(producer, ofOne.get(2), CORRUPT + " too");
        await().atMost(PATIENCE).until(() -> instanceOf.containsKey(CORRUPT + " too"));
        released.countDown();
        send(producer, ofOne.get(1), "last");

        await().atMost(PATIENCE).until(() -> written(kafka).contains("last"));
        assertThat(written(kafka)).containsOnlyOnce("kept");
      } finally {
        released.countDown();
      }
    }
  }

  /** Waits until each instance reads half of the partitions, and gives those of the first. */
  private List<Integer> shared(KafkaProducer<byte[], byte[]> producer) {
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              for (int partition = 0; partition < PARTITIONS; partition++) {
                instanceOf.remove("probe " + partition);
                send(producer, partition, "probe " + partition);
              }
              await().atMost(PATIENCE).until(() -> instanceOf.size() == PARTITIONS);
              return partitions("one").size() == PARTITIONS / 2;
            });
    return partitions("one");
  }

  private List<Integer> partitions(String instance) {
    List<Integer> found = new ArrayList<>();
    for (int partition = 0; partition < PARTITIONS; partition++) {
      if (instance.equals(instanceOf.get("probe " + partition))) {
        found.add(partition);
      }
    }
    return found;
  }

  private static void send(KafkaProducer<byte[], byte[]> producer, int partition, String value)
      throws Exception {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    producer.send(new ProducerRecord<>(INPUT, partition, bytes, bytes)).get();
  }

  private static boolean rebalances(KafkaConnection kafka) throws Exception {
    try (Admin admin = Admin.create(kafka.clientProperties())) {
      return admin
              .describeConsumerGroups(List.of(APPLICATION))
              .all()
              .get()
              .get(APPLICATION)
              .groupState()
          == GroupState.PREPARING_REBALANCE;
    }
  }

  private static void create(KafkaConnection kafka) throws Exception {
    try (Admin admin = Admin.create(kafka.clientProperties())) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(INPUT, Optional.of(PARTITIONS), Optional.of((short) 1)),
                  new NewTopic(OUTPUT, Optional.of(1), Optional.of((short) 1))))
          .all()
          .get();
    }
  }

  private KafkaStreams start(KafkaConnection kafka, String instance) {
    Properties settings = new Properties();
    settings.putAll(
        StreamsDefaults.of(kafka, APPLICATION, directory.resolve(instance), 1, COMMIT_INTERVAL));
    settings.put("producer.transaction.timeout.ms", Math.toIntExact(PATIENCE.toMillis()));
    KafkaStreams streams = new KafkaStreams(topology(instance), settings);
    streams.start();
    return streams;
  }

  private Topology topology(String instance) {
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream(INPUT, Consumed.with(Serdes.String(), Serdes.String()))
        .process(() -> new Corruptible(instance))
        .to(OUTPUT, Produced.with(Serdes.String(), Serdes.String()));
    return builder.build();
  }

  private static List<String> written(KafkaConnection kafka) {
    Map<String, Object> properties = new HashMap<>(kafka.clientProperties());
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    List<String> values = new ArrayList<>();
    TopicPartition output = new TopicPartition(OUTPUT, 0);
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(output));
      long end = consumer.endOffsets(List.of(output)).get(output);
      consumer.seekToBeginning(List.of(output));
      while (consumer.position(output) < end) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
      }
    }
    return values;
  }

  /** Hands on what it reads; finds its task corrupted, or hangs, where it is told to, once. */
  private final class Corruptible extends ContextualProcessor<String, String, String, String> {

    private final String instance;

    Corruptible(String instance) {
      this.instance = instance;
    }

    @Override
    public void process(Record<String, String> record) {
      boolean again = instanceOf.put(record.value(), instance) != null;
      if (record.value().startsWith(CORRUPT) && !again) {
        throw new TaskCorruptedException(Set.of(context().taskId()));
      }
      if (record.value().equals(HANG) && !again) {
        try {
          released.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      context().forward(record);
    }
  }
}
