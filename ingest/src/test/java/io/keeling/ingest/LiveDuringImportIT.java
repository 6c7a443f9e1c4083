package io.keeling.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.contract.article.Article;
import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.Page;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.ingest.backfill.Backlog;
import io.keeling.ingest.config.BackfillConfig;
import io.keeling.ingest.config.IngestConfig;
import io.keeling.ingest.config.StreamsRunConfig;
import io.keeling.ingest.imports.ImportListener;
import io.keeling.ingest.imports.ImportReport;
import io.keeling.ingest.imports.PageImport;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.TopicCreator;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the fetcher brings during an import is read in its turn, not after the import. */
class LiveDuringImportIT {

  private static final int IMPORTED = 1500;
  private static final int UNREAD = 100;

  @TempDir Path directory;

  @Test
  void livePagesNeverWaitForMoreThanABoundedPartOfTheImport() throws Exception {
    Path input = Files.createDirectories(directory.resolve("input"));
    for (int i = 0; i < IMPORTED; i++) {
      Files.writeString(input.resolve(i + ".html"), article("https://old" + i + ".example/a", i));
    }
    try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"))) {
      KafkaConnection connection = KafkaConnection.to(kafka.bootstrapServers());
      try (Admin admin = Admin.create(connection.clientProperties())) {
        new TopicCreator(admin).ensure(Topics.ALL, 2, Optional.empty());
      }
      try (Ingest ingest = Ingest.start(connection, config(), new SimpleMeterRegistry());
          Observer observer = new Observer(connection)) {
        AtomicInteger waits = new AtomicInteger();
        CompletableFuture<ImportReport> done =
            CompletableFuture.supplyAsync(() -> runImport(connection, input, waits));
        int live = 0;
        long most = 0;
        Set<String> whileImporting = Set.of();
        while (!done.isDone()) {
          observer.sendLive(live++);
          most = Math.max(most, observer.unread());
          Set<String> now = observer.liveArticles();
          whileImporting = done.isDone() ? whileImporting : now;
        }

        assertThat(done.get().pages()).isEqualTo(IMPORTED);
        assertThat(waits.get()).as("the import had to wait for the reader").isPositive();
        assertThat(most).as("unread pages").isLessThanOrEqualTo(UNREAD + live);
        assertThat(most).isLessThan(IMPORTED / 2);
        // All but those of the last moments were read before the import had ended.
        assertThat(whileImporting).hasSizeGreaterThan(live / 2);
        int sent = live;
        await().atMost(Duration.ofSeconds(60)).until(() -> observer.liveArticles().size() == sent);
        assertThat(ingest.alive()).isTrue();
      }
    }
  }

  private static ImportReport runImport(KafkaConnection kafka, Path input, AtomicInteger waits) {
    ImportListener listener =
        new ImportListener() {
          @Override
          public void waiting(Backlog.Stage stage, long unread) {
            waits.incrementAndGet();
          }
        };
    return new PageImport(
            kafka,
            PageImport.DEFAULT_SOURCE,
            List.of(Backlog.READER),
            BackfillConfig.defaults().withUnread(UNREAD, Duration.ofMinutes(2)),
            listener)
        .run(List.of(input), false);
  }

  private IngestConfig config() {
    return IngestConfig.defaults().with(StreamsRunConfig.defaults(directory.resolve("state")));
  }

  /** Plays the fetcher, and watches both ends of the reader. */
  private static final class Observer implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final TopicReader articles;
    private final Backlog backlog;

    Observer(KafkaConnection kafka) {
      producer =
          new KafkaProducer<>(
              kafka.clientProperties(), new StringSerializer(), new ByteArraySerializer());
      articles = new TopicReader(kafka.bootstrapServers(), Topics.ARTICLES.name());
      backlog = new Backlog(kafka, List.of(), BackfillConfig.defaults(), (stage, unread) -> {});
    }

    void sendLive(int number) throws Exception {
      String url = "https://live" + number + ".example/a";
      Page page =
          Page.builder(url, FetchPurpose.ARTICLE, "live", Instant.now(), "live-" + number)
              .body(
                  "text/html; charset=utf-8",
                  article(url, 100_000 + number).getBytes(StandardCharsets.UTF_8))
              .build();
      producer
          .send(
              new ProducerRecord<>(
                  Topics.PAGES.name(),
                  null,
                  "live" + number + ".example",
                  page.body(),
                  page.headers()))
          .get();
    }

    long unread() {
      return backlog.unread(Backlog.READER);
    }

    Set<String> liveArticles() {
      return articles.all().stream()
          .map(record -> ContractSerdes.ARTICLE.deserialize(record.topic(), record.value()))
          .map(Article::canonicalUrl)
          .filter(url -> url.startsWith("https://live"))
          .collect(Collectors.toSet());
    }

    @Override
    public void close() {
      producer.close();
      articles.close();
      backlog.close();
    }
  }

  private static String article(String url, int number) {
    List<String> paragraphs = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      paragraphs.add(
          ("<p>The authority of river %d said on Monday that the water had fallen by %d inches in"
                  + " the third week and that %d towns along the valley would have to share what"
                  + " was left until the rain came back to the hills in the north.</p>")
              .formatted(number, number * 7 + i, i + 3));
    }
    return "<!doctype html><html lang=en><head><title>River %1$d falls</title><link rel=canonical href=%2$s></head><body><article><h1>River %1$d falls</h1>%3$s</article></body></html>"
        .formatted(number, url, String.join("", paragraphs));
  }
}
