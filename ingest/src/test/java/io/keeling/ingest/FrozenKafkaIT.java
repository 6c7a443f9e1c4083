package io.keeling.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.contract.topic.Topics;
import io.keeling.ingest.config.IngestConfig;
import io.keeling.ingest.config.StreamsRunConfig;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.TopicCreator;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that stands still says nothing, and closes no connection either. */
class FrozenKafkaIT {

  private static final Duration NOTICED = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path directory;

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void ingestSaysSoInTimeAndIsReadyAgainWhenItGoesOn() throws Exception {
    try (KafkaServer kafka = KafkaServer.start(directory.resolve("kafka"))) {
      KafkaConnection connection = KafkaConnection.to(kafka.bootstrapServers());
      try (Admin admin = Admin.create(connection.clientProperties())) {
        new TopicCreator(admin).ensure(Topics.ALL, 2, Optional.empty());
      }
      IngestConfig config =
          IngestConfig.defaults().with(StreamsRunConfig.defaults(directory.resolve("state")));
      try (Ingest ingest = Ingest.start(connection, config, meters)) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(ingest.problems()).isEmpty());

        kafka.freeze();

        try {
          await()
              .atMost(NOTICED)
              .untilAsserted(
                  () ->
                      assertThat(ingest.problems())
                          .anyMatch(
                              line ->
                                  line.startsWith("ingest: waiting since ")
                                      && line.contains("Kafka does not answer")));
          assertThat(reachable()).isZero();
        } finally {
          kafka.resume();
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(ingest.problems()).isEmpty());
        assertThat(reachable()).isOne();
        assertThat(ingest.alive()).isTrue();
      }
    }
  }

  private double reachable() {
    return meters.get("keeling.kafka.reachable").gauge().value();
  }
}
