package io.keeling.bench.search;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.runtime.kafka.KafkaConnection;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes articles to {@code keeling.enriched}. Threads may share it. */
final class EnrichedWriter implements AutoCloseable {

  private final KafkaProducer<byte[], byte[]> producer;

  EnrichedWriter(KafkaConnection kafka) {
    this.producer =
        new KafkaProducer<>(
            kafka.producerProperties(), new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Sends one; if it is not written, it is not found, and that ends the run. */
  void send(EnrichedArticle article) {
    String topic = Topics.ENRICHED.name();
    var unused =
        producer.send(
            new ProducerRecord<>(
                topic,
                article.article().id().getBytes(StandardCharsets.UTF_8),
                ContractSerdes.ENRICHED_ARTICLE.serialize(topic, article)));
  }

  /** Waits until all are written. */
  void flush() {
    producer.flush();
  }

  @Override
  public void close() {
    producer.close();
  }
}
