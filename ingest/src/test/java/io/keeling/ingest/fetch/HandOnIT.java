package io.keeling.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.contract.fetch.FetchOutcome;
import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.FetchRequest;
import io.keeling.contract.fetch.Page;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.ingest.TopicReader;
import io.keeling.ingest.config.IngestConfig;
import io.keeling.ingest.config.NetworkConfig;
import io.keeling.ingest.fetch.http.ApacheHttpExchange;
import io.keeling.runtime.deadline.RecordDeadline;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.TopicCreator;
import io.keeling.runtime.tracing.Tracing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetches that go on in another partition. */
class HandOnIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String TOPIC = Topics.FETCHES.name();
  private static final String HOST = "gazette.example";

  @TempDir private Path directory;

  @Test
  void whatIsTooLargeToBeHandedOnEndsWithAPageAndStopsNothing() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(directory)) {
      KafkaConnection connection = KafkaConnection.to(kafka.bootstrapServers());
      try (Admin admin = Admin.create(connection.clientProperties());
          Producer<String, byte[]> producer =
              new KafkaProducer<>(
                  connection.clientProperties(),
                  new StringSerializer(),
                  new ByteArraySerializer())) {
        new TopicCreator(admin).ensure(Topics.ALL, 2, Optional.empty());
        int elsewhere = 1 - new Sites(2).partition(HOST);
        producer.send(request(elsewhere, "/one")).get();
        producer.send(request(elsewhere, "/two")).get();
        takeOnly(admin, 100);
        await().atMost(PATIENCE).until(() -> refuses(producer, request(elsewhere, "/three")));
      }
      IngestConfig config = IngestConfig.defaults().with(NetworkConfig.local());
      try (Fetcher fetcher =
              Fetcher.start(
                  connection,
                  config,
                  new RecordDeadline(),
                  new ApacheHttpExchange(config),
                  new SimpleMeterRegistry(),
                  Tracing.OFF);
          TopicReader pages = new TopicReader(kafka.bootstrapServers(), Topics.PAGES.name())) {
        await().atMost(PATIENCE).until(() -> pages.all().size() >= 2);

        assertThat(pages.all())
            .extracting(r -> Page.of(r.headers(), r.value()).outcome())
            .containsOnly(FetchOutcome.TOO_LARGE);
        assertThat(fetcher.problems()).isEmpty();
        assertThat(fetcher.alive()).isTrue();
      }
    }
  }

  /** A request in a partition that does not speak for its host. */
  private static ProducerRecord<String, byte[]> request(int partition, String path) {
    FetchRequest request =
        new FetchRequest(
            "https://" + HOST + path, FetchPurpose.ARTICLE, "source", Instant.now(), 1, null, null);
    byte[] value = ContractSerdes.FETCH_REQUEST.serialize(TOPIC, request);
    return new ProducerRecord<>(TOPIC, partition, HOST, value);
  }

  private static void takeOnly(Admin admin, int bytes) throws Exception {
    var limit = new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(bytes));
    admin
        .incrementalAlterConfigs(
            Map.of(
                new ConfigResource(ConfigResource.Type.TOPIC, TOPIC),
                List.of(new AlterConfigOp(limit, AlterConfigOp.OpType.SET))))
        .all()
        .get();
  }

  private static boolean refuses(
      Producer<String, byte[]> producer, ProducerRecord<String, byte[]> record) throws Exception {
    try {
      producer.send(record).get();
      return false;
    } catch (ExecutionException e) {
      return e.getCause() instanceof RecordTooLargeException;
    }
  }
}
