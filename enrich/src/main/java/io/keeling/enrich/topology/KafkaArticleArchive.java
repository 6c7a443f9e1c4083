package io.keeling.enrich.topology;

import io.keeling.contract.article.Article;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.runtime.kafka.KafkaConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads versions from the broker. Connects at the first call, because few articles are corrected.
 * For one thread.
 */
public final class KafkaArticleArchive implements ArticleArchive {

  /** How long reading one version may take: enough for a partition to change brokers. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** How long closing waits; there is nothing to finish. */
  private static final Duration CLOSING = Duration.ofSeconds(1);

  private final KafkaConnection kafka;
  private @Nullable KafkaConsumer<String, byte[]> consumer;

  public KafkaArticleArchive(KafkaConnection kafka) {
    this.kafka = kafka;
  }

  @Override
  public @Nullable Article read(int partition, long offset) {
    TopicPartition articles = new TopicPartition(Topics.ARTICLES.name(), partition);
    KafkaConsumer<String, byte[]> connected = connected();
    connected.assign(List.of(articles));
    connected.seek(articles, offset);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (System.nanoTime() - deadline < 0) {
        for (ConsumerRecord<String, byte[]> found : connected.poll(Duration.ofSeconds(1))) {
          return found.offset() == offset ? article(found) : null;
        }
        if (connected.position(articles, PATIENCE) > offset) {
          return null; // There is no record at this offset.
        }
      }
    } catch (OffsetOutOfRangeException e) {
      return null;
    }
    throw new TimeoutException("an article version was not reread within " + PATIENCE);
  }

  private static @Nullable Article article(ConsumerRecord<String, byte[]> found) {
    try {
      return ContractSerdes.ARTICLE.deserialize(found.topic(), found.value());
    } catch (SerializationException e) {
      return null;
    }
  }

  private KafkaConsumer<String, byte[]> connected() {
    KafkaConsumer<String, byte[]> connected = consumer;
    if (connected == null) {
      Map<String, Object> properties = kafka.clientProperties();
      properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
      properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
      properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
      properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
      properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
      // The broker sends at least one record, however large. The records after it are not needed.
      properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1);
      connected =
          new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
      consumer = connected;
    }
    return connected;
  }

  @Override
  public void close() {
    if (consumer != null) {
      consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(CLOSING));
      consumer = null;
    }
  }
}
