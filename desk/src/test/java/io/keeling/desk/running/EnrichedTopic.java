package io.keeling.desk.running;

import static org.awaitility.Awaitility.await;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.TopicCreator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** {@code keeling.enriched} on a broker, and somebody who writes to it. */
public final class EnrichedTopic implements AutoCloseable {

  public static final int PARTITIONS = 2;

  private static final String NAME = Topics.ENRICHED.name();

  private final KafkaConnection connection;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Admin admin;

  public EnrichedTopic(EmbeddedKafka kafka) {
    this.connection = KafkaConnection.to(kafka.bootstrapServers());
    Map<String, Object> properties = connection.clientProperties();
    this.producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    this.admin = Admin.create(properties);
  }

  public KafkaConnection connection() {
    return connection;
  }

  /** Makes it, without records; one that is there is deleted first. */
  public void make() throws Exception {
    if (admin.listTopics().names().get().contains(NAME)) {
      admin.deleteTopics(Set.of(NAME)).all().get();
      await().until(() -> !admin.listTopics().names().get().contains(NAME));
    }
    new TopicCreator(admin)
        .ensure(List.of(Topics.ENRICHED, Topics.CORRECTIONS), PARTITIONS, Optional.empty());
  }

  public void send(EnrichedArticle article) throws Exception {
    send(article.article().id(), bytes(article));
  }

  public void send(String key, byte @Nullable [] value) throws Exception {
    producer.send(new ProducerRecord<>(NAME, key.getBytes(StandardCharsets.UTF_8), value)).get();
  }

  public static byte[] bytes(EnrichedArticle article) {
    return ContractSerdes.ENRICHED_ARTICLE.serialize(NAME, article);
  }

  @Override
  public void close() {
    producer.close();
    admin.close();
  }
}
