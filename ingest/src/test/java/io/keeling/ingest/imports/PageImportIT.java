package io.keeling.ingest.imports;

import static io.keeling.ingest.imports.Archives.archive;
import static io.keeling.ingest.imports.Archives.page;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.fetch.FetchOutcome;
import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.Page;
import io.keeling.contract.topic.Topics;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.ingest.config.BackfillConfig;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.TopicCreator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcCompression;

class PageImportIT {

  @TempDir Path directory;

  @Test
  void pagesReachTheTopicAsIfTheyHadJustBeenFetched() throws Exception {
    Path input = Files.createDirectories(directory.resolve("input"));
    Files.write(
        input.resolve("a.warc.gz"),
        archive(
            WarcCompression.GZIP, page("https://a.org/1", "one"), page("https://b.org/2", "two")));
    Files.writeString(input.resolve("b.html"), "<link rel=canonical href=https://c.org/3>three");
    Files.writeString(input.resolve("c.html"), " ");
    Files.write(input.resolve("large.html"), incompressible(11 * 1024 * 1024));
    Files.write(input.resolve("too-large.html"), incompressible(Topics.LARGEST_RECORD));
    List<ImportReport> heard = new ArrayList<>();

    try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"));
        Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      new TopicCreator(admin).ensure(List.of(Topics.PAGES), 2, Optional.empty());
      KafkaConnection connection = KafkaConnection.to(kafka.bootstrapServers());
      ImportListener listener =
          new ImportListener() {
            @Override
            public void progress(ImportReport soFar) {
              heard.add(soFar);
            }
          };
      ImportReport report =
          new PageImport(
                  connection,
                  PageImport.DEFAULT_SOURCE,
                  List.of(),
                  BackfillConfig.defaults(),
                  listener)
              .run(List.of(input), false);

      assertThat(report.pages()).isEqualTo(4);
      assertThat(report.bytes()).isGreaterThan(11 * 1024 * 1024);
      assertThat(report.skipped())
          .containsOnly(Map.entry(SkipReason.EMPTY, 1L), Map.entry(SkipReason.TOO_LARGE, 1L));
      assertThat(heard).last().isEqualTo(report);
      List<ConsumerRecord<String, byte[]>> records = records(connection, 4);
      assertThat(records)
          .extracting(ConsumerRecord::key)
          .contains("a.org", "b.org", "c.org", "file.invalid");
      ConsumerRecord<String, byte[]> first =
          records.stream().filter(r -> r.key().equals("a.org")).findFirst().orElseThrow();
      Page page = Page.of(first.headers(), first.value());
      assertThat(page.url()).isEqualTo("https://a.org/1").isEqualTo(page.finalUrl());
      assertThat(page.purpose()).isEqualTo(FetchPurpose.ARTICLE);
      assertThat(page.outcome()).isEqualTo(FetchOutcome.FETCHED);
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.sourceId()).isEqualTo("import");
      assertThat(page.fetchedAt()).isEqualTo(Archives.DATE);
      assertThat(new String(page.body(), UTF_8)).contains("one");
    }
  }

  /** Letters at random, so that no compression brings it under a limit. */
  private static byte[] incompressible(int size) {
    byte[] bytes = new byte[size];
    new Random(11).nextBytes(bytes);
    bytes[0] = '<';
    return bytes;
  }

  private static List<ConsumerRecord<String, byte[]>> records(KafkaConnection kafka, int count) {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(
            kafka.clientProperties(), new StringDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(Topics.PAGES.name()).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                return records.size() >= count;
              });
    }
    return records;
  }
}
