package io.keeling.verifier.check;

import io.keeling.contract.article.Article;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Tells of every article that is committed to {@code keeling.articles}. Threads may share it. */
public final class Witness implements AutoCloseable {

  /** Longest poll, and so the longest that closing waits. */
  private static final Duration POLL = Duration.ofMillis(300);

  private final KafkaConsumer<String, byte[]> consumer;
  private final Consumer<Article> seen;
  private final Thread thread = new Thread(this::run, "witness");
  private volatile boolean closing;

  private Witness(Map<String, Object> kafka, Consumer<Article> seen) {
    Map<String, Object> properties = new HashMap<>(kafka);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    this.consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    this.seen = seen;
  }

  /**
   * Starts from the first article; the topic must exist.
   *
   * @param kafka properties of clients
   */
  public static Witness start(Map<String, Object> kafka, Consumer<Article> seen) {
    Witness witness = new Witness(kafka, seen);
    witness.thread.start();
    return witness;
  }

  private void run() {
    String topic = Topics.ARTICLES.name();
    consumer.assign(
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList());
    consumer.seekToBeginning(consumer.assignment());
    while (!closing) {
      consumer.poll(POLL).forEach(this::tell);
    }
    consumer.close();
  }

  private void tell(ConsumerRecord<String, byte[]> record) {
    try {
      seen.accept(ContractSerdes.ARTICLE.deserialize(record.topic(), record.value()));
    } catch (SerializationException e) {
      // Poison of the workload's own, which is no article.
    }
  }

  @Override
  public void close() {
    closing = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
