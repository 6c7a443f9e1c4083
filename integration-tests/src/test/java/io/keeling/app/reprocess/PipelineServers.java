package io.keeling.app.reprocess;

import static org.awaitility.Awaitility.await;

import io.keeling.contract.article.Article;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.embedded.postgres.EmbeddedDatabase;
import io.keeling.enrich.Enrich;
import io.keeling.enrich.config.EnrichConfig;
import io.keeling.runtime.health.ProgressLimits;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.TopicCreator;
import io.keeling.runtime.kafka.TopicScan;
import io.keeling.sink.Sink;
import io.keeling.sink.config.SinkConfig;
import io.keeling.storage.DatabaseConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A Kafka of a test's own, and roles on it. Not for sharing between threads. */
public final class PipelineServers implements AutoCloseable {

  private final Path directory;
  private final EmbeddedKafka kafka;
  private final KafkaProducer<byte[], byte[]> producer;

  public PipelineServers(Path directory) throws IOException {
    this.directory = directory;
    this.kafka = EmbeddedKafka.start(directory.resolve("kafka"));
    createTopics();
    this.producer =
        new KafkaProducer<>(
            connection().clientProperties(), new ByteArraySerializer(), new ByteArraySerializer());
  }

  public KafkaConnection connection() {
    return KafkaConnection.to(kafka.bootstrapServers());
  }

  /** Starts enrich on the taxonomy of a file, or on Keeling's own. */
  public Enrich enrich(@Nullable Path taxonomy) {
    return Enrich.start(connection(), enrichConfig(taxonomy), new SimpleMeterRegistry());
  }

  EnrichConfig enrichConfig(@Nullable Path taxonomy) {
    return new EnrichConfig(
        directory.resolve("enrich"),
        1,
        Duration.ofMillis(100),
        Duration.ofSeconds(8),
        0,
        taxonomy,
        ProgressLimits.defaults());
  }

  public Sink sink(TableDump tables) {
    DatabaseConfig database = DatabaseConfig.at(tables.url(), EmbeddedDatabase.USER);
    return Sink.start(connection(), database, SinkConfig.defaults(), new SimpleMeterRegistry());
  }

  public void createTopics() {
    try (Admin admin = Admin.create(connection().clientProperties())) {
      new TopicCreator(admin).ensure(Topics.ALL, 3, Optional.empty());
    }
  }

  public void deleteTopic(String topic) throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(connection().clientProperties())) {
      admin.deleteTopics(List.of(topic)).all().get();
      await().until(() -> !admin.listTopics().names().get().contains(topic));
    }
  }

  void send(Article article) {
    byte[] value = ContractSerdes.ARTICLE.serialize(Topics.ARTICLES.name(), article);
    var record =
        new ProducerRecord<>(
            Topics.ARTICLES.name(), article.id().getBytes(StandardCharsets.UTF_8), value);
    HeaderValues.put(record.headers(), HeaderNames.TRACE, "trace-" + article.id());
    send(record);
  }

  public void send(ProducerRecord<byte[], byte[]> record) {
    var sent = producer.send(record);
    producer.flush();
    if (!sent.isDone()) {
      throw new IllegalStateException("flush returned before the record was sent");
    }
  }

  /** All that is committed in a topic. */
  public List<ConsumerRecord<byte[], byte[]>> records(String topic) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (TopicScan scan = new TopicScan(connection(), topic, null)) {
      scan.forEachRemaining(records::add);
    }
    return records;
  }

  @Override
  public void close() {
    producer.close();
    kafka.close();
  }
}
