package io.keeling.ingest.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.ingest.config.IngestConfig;
import io.keeling.ingest.config.InstancesConfig;
import io.keeling.ingest.config.StreamsRunConfig;
import io.keeling.ingest.metrics.IngestMetrics;
import io.keeling.runtime.kafka.KafkaConnection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What Kafka Streams is told of our settings. */
class IngestStreamsSettingsTest {

  @Test
  void itIsToldTheOperatorsLimitsAndTimes() {
    Properties settings =
        IngestStreamsSettings.of(
            KafkaConnection.to("nowhere:9092"),
            IngestConfig.defaults()
                .with(
                    new StreamsRunConfig(Path.of("state"), 3, Duration.ofMillis(70)),
                    new InstancesConfig(Duration.ofSeconds(20), Duration.ofSeconds(10))),
            new IngestMetrics(new SimpleMeterRegistry()));

    assertThat(settings)
        .containsEntry("num.stream.threads", 3)
        .containsEntry("commit.interval.ms", 350L)
        .containsEntry("main.consumer.keeling.commit.millis", 70L)
        .containsEntry("statestore.cache.max.bytes", 0L)
        .containsEntry("buffered.records.per.partition", 64)
        .containsEntry("consumer.max.poll.records", 64)
        .containsEntry("consumer.fetch.max.bytes", 16 * 1024 * 1024)
        .containsEntry("consumer.session.timeout.ms", 20_000)
        .containsEntry("consumer.heartbeat.interval.ms", 6_000);
  }
}
