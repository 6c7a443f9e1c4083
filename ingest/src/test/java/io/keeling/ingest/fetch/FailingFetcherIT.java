package io.keeling.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.FetchRequest;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.ingest.config.IngestConfig;
import io.keeling.ingest.fetch.http.ApacheHttpExchange;
import io.keeling.runtime.deadline.RecordDeadline;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.TopicCreator;
import io.keeling.runtime.tracing.Tracing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fetcher that cannot go on says so, whatever ended it. */
class FailingFetcherIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir private Path directory;

  @Test
  void aFetcherThatDiesOfAnErrorIsNotAlive() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(directory)) {
      KafkaConnection connection = KafkaConnection.to(kafka.bootstrapServers());
      request(connection);
      IngestConfig config = IngestConfig.defaults();
      try (Fetcher fetcher =
          Fetcher.start(
              new KafkaConnection(
                  kafka.bootstrapServers(), Map.of("interceptor.classes", Broken.class.getName())),
              config,
              new RecordDeadline(),
              new ApacheHttpExchange(config),
              new SimpleMeterRegistry(),
              Tracing.OFF)) {
        await().atMost(PATIENCE).until(() -> !fetcher.alive());

        assertThat(fetcher.problems())
            .containsExactly("the fetcher stopped: unexpected LinkageError, see the log");
      }
    }
  }

  private static void request(KafkaConnection connection) throws Exception {
    try (Admin admin = Admin.create(connection.clientProperties());
        Producer<String, byte[]> producer =
            new KafkaProducer<>(
                connection.clientProperties(), new StringSerializer(), new ByteArraySerializer())) {
      new TopicCreator(admin).ensure(Topics.ALL, 1, Optional.empty());
      FetchRequest request =
          new FetchRequest(
              "https://gazette.example/a",
              FetchPurpose.ARTICLE,
              "source",
              Instant.now(),
              1,
              null,
              null);
      byte[] value = ContractSerdes.FETCH_REQUEST.serialize(Topics.FETCHES.name(), request);
      producer.send(new ProducerRecord<>(Topics.FETCHES.name(), "gazette.example", value)).get();
    }
  }

  /**
   * Kafka's clients log an interceptor's exceptions, and let its errors through. Producers have it
   * too, for they have the same properties.
   */
  public static final class Broken
      implements ConsumerInterceptor<String, byte[]>, ProducerInterceptor<String, byte[]> {

    @Override
    public ConsumerRecords<String, byte[]> onConsume(ConsumerRecords<String, byte[]> records) {
      throw new LinkageError("no such method");
    }

    @Override
    public ProducerRecord<String, byte[]> onSend(ProducerRecord<String, byte[]> record) {
      return record;
    }

    @Override
    public void onAcknowledgement(RecordMetadata metadata, Exception exception) {}

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void close() {}

    @Override
    public void configure(Map<String, ?> configs) {}
  }
}
