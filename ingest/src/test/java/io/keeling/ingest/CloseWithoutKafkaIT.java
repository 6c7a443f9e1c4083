package io.keeling.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.contract.source.Source;
import io.keeling.contract.source.SourceKind;
import io.keeling.contract.topic.Topics;
import io.keeling.ingest.catalogue.SourceCatalogue;
import io.keeling.ingest.config.IngestConfig;
import io.keeling.ingest.config.NetworkConfig;
import io.keeling.ingest.config.PolitenessConfig;
import io.keeling.ingest.config.StreamsRunConfig;
import io.keeling.ingest.config.WebSubConfig;
import io.keeling.newsroom.scale.ScaleConfig;
import io.keeling.newsroom.scale.ScalePress;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.TopicCreator;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kafka is gone in the midst of work, with pages under way and transactions open that no broker
 * will ever end, and ingest is closed: it does not wait for a broker.
 */
class CloseWithoutKafkaIT {

  /** A loaded machine may take this much longer to notice; a wait for the broker has no end. */
  private static final int PATIENCE = 6;

  @TempDir Path directory;

  @Test
  void closingEndsWithinItsLimit() throws Exception {
    try (ScalePress press = ScalePress.start(ScaleConfig.of(20, 1, 100), 0);
        KafkaServer kafka = KafkaServer.start(directory.resolve("kafka"))) {
      KafkaConnection connection = KafkaConnection.to(kafka.bootstrapServers());
      try (Admin admin = Admin.create(connection.clientProperties())) {
        new TopicCreator(admin).ensure(Topics.ALL, 2, Optional.empty());
      }
      watch(connection, press);
      Ingest ingest = Ingest.start(connection, config(), new SimpleMeterRegistry());
      await().atMost(Duration.ofMinutes(4)).until(() -> press.requests().all().size() > 100);
      int before = press.requests().all().size();
      kafka.kill();
      // Some pages were under way, and what they bring nobody takes.
      await().atMost(Duration.ofMinutes(1)).until(() -> press.requests().all().size() > before);

      CompletableFuture<Void> closed = CompletableFuture.runAsync(ingest::close);
      closed.get(config().instances().closeTimeout().toSeconds() * PATIENCE, TimeUnit.SECONDS);

      assertThat(ingest.problems()).first().asString().startsWith("ingest: Streams is ");
    }
  }

  private static void watch(KafkaConnection kafka, ScalePress press) {
    List<Source> sources =
        IntStream.range(0, press.feeds().size())
            .mapToObj(
                i ->
                    new Source(
                        "s" + i, SourceKind.FEED, press.feeds().get(i), "S" + i, null, null, null))
            .toList();
    try (SourceCatalogue catalogue = new SourceCatalogue(kafka)) {
      catalogue.putAll(sources);
    }
  }

  /** Hubs may call, so that WebSub too has clients of Kafka open. */
  private static WebSubConfig webSub() {
    WebSubConfig usual = WebSubConfig.defaults();
    return new WebSubConfig(
        "http://127.0.0.1/keeling", "127.0.0.1", 0, usual.idleTimeout(), usual.pause());
  }

  private IngestConfig config() {
    return IngestConfig.defaults()
        .with(PolitenessConfig.defaults().withPause(Duration.ofMillis(100)))
        .with(NetworkConfig.local())
        .with(webSub())
        .with(StreamsRunConfig.defaults(directory.resolve("state")));
  }
}
