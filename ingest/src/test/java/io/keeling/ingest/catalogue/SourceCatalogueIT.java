package io.keeling.ingest.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.source.Source;
import io.keeling.contract.source.SourceKind;
import io.keeling.contract.topic.Topics;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.TopicCreator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceCatalogueIT {

  private static EmbeddedKafka kafka;
  private static Admin admin;
  private SourceCatalogue catalogue;

  @BeforeAll
  static void startKafka(@TempDir Path directory) throws Exception {
    kafka = EmbeddedKafka.start(directory);
    admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    new TopicCreator(admin).ensure(List.of(Topics.SOURCES), 2, Optional.empty());
  }

  @AfterAll
  static void stopKafka() {
    admin.close();
    kafka.close();
  }

  @BeforeEach
  void open() {
    catalogue = new SourceCatalogue(KafkaConnection.to(kafka.bootstrapServers()));
    catalogue.list().forEach(source -> catalogue.remove(source.id()));
  }

  @AfterEach
  void close() {
    catalogue.close();
  }

  private static Source source(String id, String name) {
    return new Source(
        id, SourceKind.FEED, "https://" + id + ".org/rss", name, "en", null, Duration.ofMinutes(5));
  }

  private static long written() throws Exception {
    long total = 0;
    for (int partition = 0; partition < 2; partition++) {
      TopicPartition p = new TopicPartition(Topics.SOURCES.name(), partition);
      total += admin.listOffsets(Map.of(p, OffsetSpec.latest())).partitionResult(p).get().offset();
    }
    return total;
  }

  @Test
  void listsWhatWasPutById() {
    catalogue.put(source("b", "B"));
    catalogue.put(source("a", "A"));
    catalogue.put(source("b", "B again"));
    assertThat(catalogue.list()).containsExactly(source("a", "A"), source("b", "B again"));
  }

  @Test
  void writesOnlyWhatDiffers() throws Exception {
    catalogue.putAll(List.of(source("a", "A"), source("b", "B")));
    long before = written();
    catalogue.putAll(List.of(source("a", "A"), source("b", "B")));
    assertThat(written()).isEqualTo(before);
    assertThat(catalogue.putAll(List.of(source("a", "A"), source("b", "Other"), source("c", "C"))))
        .isEqualTo(3);
    assertThat(catalogue.putAll(List.of())).as("those that are there already").isEqualTo(3);
    assertThat(written()).isEqualTo(before + 2);
    assertThat(catalogue.list()).hasSize(3).contains(source("b", "Other"));
  }

  @Test
  void whatIsPausedStaysSoWhenTheSettingsAreAppliedAgain() throws Exception {
    catalogue.put(source("a", "A"));
    assertThat(catalogue.pause("a", true)).isTrue();
    long before = written();
    catalogue.putAll(List.of(source("a", "A")));
    assertThat(written()).isEqualTo(before);
    assertThat(catalogue.list()).containsExactly(source("a", "A").withPaused(true));
    assertThat(catalogue.pause("a", false)).isTrue();
    assertThat(catalogue.list()).containsExactly(source("a", "A"));
    assertThat(catalogue.pause("b", true)).isFalse();
  }

  @Test
  void removesOnlyWhatIsThere() {
    catalogue.put(source("a", "A"));
    assertThat(catalogue.remove("a")).isTrue();
    assertThat(catalogue.remove("a")).isFalse();
    assertThat(catalogue.list()).isEmpty();
  }

  @Test
  void listsTheOthersWhenOneCannotBeRead() throws Exception {
    catalogue.put(source("a", "A"));
    try (var producer =
        new KafkaProducer<>(
            KafkaConnection.to(kafka.bootstrapServers()).clientProperties(),
            new StringSerializer(),
            new ByteArraySerializer())) {
      byte[] broken = "{\"id\":".getBytes(StandardCharsets.UTF_8);
      producer.send(new ProducerRecord<>(Topics.SOURCES.name(), "broken", broken)).get();
    }
    assertThat(catalogue.list()).containsExactly(source("a", "A"));
  }
}
