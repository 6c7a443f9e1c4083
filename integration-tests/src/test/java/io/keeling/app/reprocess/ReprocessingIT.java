package io.keeling.app.reprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.keeling.app.failure.UserException;
import io.keeling.app.terminal.Progress;
import io.keeling.app.terminal.Terminal;
import io.keeling.contract.article.Article;
import io.keeling.contract.article.Outlet;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.Page;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.enrich.Enrich;
import io.keeling.enrich.config.EnrichConfig;
import io.keeling.ingest.backfill.Backlog;
import io.keeling.ingest.config.BackfillConfig;
import io.keeling.ingest.config.IngestConfig;
import io.keeling.runtime.deadline.RecordDeadline;
import io.keeling.runtime.health.ProgressLimits;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.TopicCreator;
import io.keeling.runtime.kafka.TopicScan;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReprocessingIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Instant FETCHED = Instant.parse("2026-11-24T09:00:00Z");
  private static final RecordSelection ALL = new RecordSelection(null, null);

  @TempDir Path directory;

  private EmbeddedKafka kafka;
  private KafkaConnection connection;
  private KafkaProducer<String, byte[]> producer;

  @BeforeEach
  void start() throws Exception {
    kafka = EmbeddedKafka.start(directory.resolve("kafka"));
    connection = KafkaConnection.to(kafka.bootstrapServers());
    try (Admin admin = Admin.create(connection.clientProperties())) {
      new TopicCreator(admin).ensure(Topics.ALL, 3, Optional.empty());
    }
    producer =
        new KafkaProducer<>(
            connection.clientProperties(), new StringSerializer(), new ByteArraySerializer());
  }

  @AfterEach
  void stop() throws Exception {
    producer.close();
    kafka.close();
  }

  @Test
  void pagesThatAreReadOtherwiseTodayAreSentAgainAndNoOthers() throws Exception {
    Article same = stored(page("same.example", 0, "today"), "today");
    page("changed.example", 0, "before the correction");
    page("changed.example", 60, "today");
    stored("changed.example", FETCHED, "as an older reader read the first page");
    stored("changed.example", FETCHED.plusSeconds(60), "as an older reader read it");
    page("new.example", 0, "today");
    page("older.example", 0, "today");
    stored("older.example", FETCHED.plusSeconds(60), "fetched later than what pages still has");
    sendPage("lost.example", FETCHED, "<html><body><p>Enter the site</p></body></html>");
    stored("lost.example", FETCHED, "read when the page still had words");
    sendPage("wall.example", FETCHED, "<html><body><p>Enter the site</p></body></html>");
    long before = records(Topics.PAGES.name()).size();

    List<String> look = pages(ALL, true);

    assertThat(records(Topics.PAGES.name())).hasSize((int) before);
    assertThat(look)
        .startsWith(
            "1  would change",
            "1  would come in for the first time",
            "1  stay as they are",
            "1  are older than what is stored",
            "1  no longer hold an article; what is stored stays",
            "1  hold no article, then as now")
        .contains("https://changed.example/a")
        .anyMatch(line -> line.contains("- as an older reader read it"))
        .anyMatch(line -> line.startsWith("  + The authority of the river"));
    assertThat(String.join(" ", look)).doesNotContain(same.canonicalUrl());

    List<String> sent = pages(ALL, false);

    assertThat(sent)
        .startsWith("1  sent again: they change", "1  sent again: they come in for the first time");
    List<ConsumerRecord<byte[], byte[]>> after = records(Topics.PAGES.name());
    List<Page> again =
        after.stream()
            .filter(r -> r.timestamp() > after.get(0).timestamp())
            .map(r -> Page.of(r.headers(), r.value()))
            .toList();
    assertThat(after).hasSize((int) before + 2);
    assertThat(again.stream().filter(p -> p.url().equals("https://changed.example/a")))
        .as("only the page fetched last, with its headers as they were")
        .last()
        .satisfies(p -> assertThat(p.fetchedAt()).isEqualTo(FETCHED.plusSeconds(60)))
        .satisfies(p -> assertThat(new String(p.body(), StandardCharsets.UTF_8)).contains("today"));
    assertThatThrownBy(() -> pages(new RecordSelection(null, "other"), false))
        .isInstanceOf(UserException.class)
        .hasMessage("no stored page is of source other.");
    assertThat(pages(new RecordSelection(Instant.now().plusSeconds(60), null), false))
        .containsExactly("No stored page is meant.");
  }

  @Test
  void articlesOfAnotherEnrichmentAreSentAgainWithEveryVersionInOrder() throws Exception {
    Path older = olderTaxonomy();
    List<Article> versions =
        List.of(
            stored("glacier.example", FETCHED, "The melting glaciers lose ice. First."),
            stored(
                "glacier.example", FETCHED.plusSeconds(1), "The melting glaciers lose ice. 2nd."),
            stored(
                "glacier.example", FETCHED.plusSeconds(2), "The melting glaciers lose ice. 3rd."));
    Article other = stored("school.example", FETCHED, "The school opened on Monday.");
    try (Enrich enrich = enrich(older)) {
      awaitEnriched(4);
      assertThat(enrich.alive()).isTrue();
    }

    List<String> look = articles(true);
    assertThat(look)
        .startsWith(
            "1  would change",
            "1  would get the same tags under the enrichment's new version",
            "",
            "https://glacier.example/a")
        .anyMatch(line -> line.matches(" {2}[+] topic .*"));
    assertThat(records(Topics.ARTICLES.name())).hasSize(4);

    try (Enrich enrich = enrich(null)) {
      assertThat(articles(false))
          .containsExactly("2  sent again: the annotator has another version now");
      awaitEnriched(8);
      assertThat(articles(false)).containsExactly("2  stay as they are");
      assertThat(enrich.alive()).isTrue();
    }

    List<EnrichedArticle> again =
        enriched().subList(0, 8).stream().filter(e -> !e.enrichment().version().isEmpty()).toList();
    String today = Enrich.resources(enrichConfig(null)).version();
    List<EnrichedArticle> ofToday =
        again.stream()
            .filter(e -> e.enrichment().version().equals(today))
            .filter(e -> e.article().id().equals(versions.get(0).id()))
            .toList();
    assertThat(ofToday).extracting(EnrichedArticle::article).containsExactlyElementsOf(versions);
    assertThat(ofToday).extracting(EnrichedArticle::revision).containsExactly(4, 5, 6);
    assertThat(again)
        .filteredOn(e -> e.article().equals(other))
        .extracting(EnrichedArticle::revision)
        .containsExactly(1, 2);
  }

  @Test
  void nobodySeesAPartOfWhatBelongsTogether() throws Exception {
    stored("a.example", FETCHED, "One.");
    stored("a.example", FETCHED.plusSeconds(1), "Two.");
    List<ConsumerRecord<byte[], byte[]>> versions = records(Topics.ARTICLES.name());

    try (Backlog backlog = new Backlog(connection, List.of(), config(), (stage, unread) -> {});
        Resender resender = new Resender(connection, "test", backlog)) {
      resender.send(versions);
      // Cut off before it is finished.
    }
    assertThat(records(Topics.ARTICLES.name())).hasSize(2);
    try (Backlog backlog = new Backlog(connection, List.of(), config(), (stage, unread) -> {});
        Resender resender = new Resender(connection, "test", backlog)) {
      resender.send(versions);
      resender.finish();
    }
    // The broker writes the end of a transaction down after it has promised it.
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(records(Topics.ARTICLES.name())).hasSize(4));
  }

  private static BackfillConfig config() {
    return BackfillConfig.defaults().withUnread(100, Duration.ofSeconds(30));
  }

  private List<String> pages(RecordSelection selection, boolean dryRun) {
    return reprocessing(new Backlog.Stage("none", Topics.PAGES.name(), false))
        .pages(selection, IngestConfig.defaults(), progress(), dryRun);
  }

  private List<String> articles(boolean dryRun) {
    return reprocessing(new Backlog.Stage("keeling-enrich", Topics.ARTICLES.name(), true))
        .articles(
            ALL, Enrich.resources(enrichConfig(null)), new RecordDeadline(), progress(), dryRun);
  }

  private Reprocessing reprocessing(Backlog.Stage stage) {
    return new Reprocessing(connection, config(), List.of(stage), Terminal.standardError());
  }

  private static Progress progress() {
    return new Progress(Terminal.standardError(), "pages", 0);
  }

  private Enrich enrich(@Nullable Path taxonomy) {
    return Enrich.start(connection, enrichConfig(taxonomy), new SimpleMeterRegistry());
  }

  private EnrichConfig enrichConfig(@Nullable Path taxonomy) {
    return new EnrichConfig(
        directory.resolve("state"),
        1,
        Duration.ofMillis(100),
        Duration.ofSeconds(8),
        0,
        taxonomy,
        ProgressLimits.defaults());
  }

  /** One that does not know glaciers yet. */
  private Path olderTaxonomy() throws Exception {
    try (InputStream in = Enrich.class.getResourceAsStream("taxonomy.yaml")) {
      String today = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String older =
          today
              .replace("[glacier, glaciers, ice sheet,", "[ice sheet,")
              .replace("melting glaciers, ", "");
      assertThat(older).isNotEqualTo(today);
      return Files.writeString(directory.resolve("older.yaml"), older);
    }
  }

  private void awaitEnriched(int count) {
    await().atMost(PATIENCE).until(() -> enriched().size() >= count);
  }

  private List<EnrichedArticle> enriched() {
    return records(Topics.ENRICHED.name()).stream()
        .map(r -> ContractSerdes.ENRICHED_ARTICLE.deserialize(r.topic(), r.value()))
        .toList();
  }

  private List<ConsumerRecord<byte[], byte[]>> records(String topic) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (TopicScan scan = new TopicScan(connection, topic, null)) {
      scan.forEachRemaining(records::add);
    }
    return records;
  }

  private Article stored(Article article, String words) throws Exception {
    assertThat(article.text()).contains(words);
    store(article);
    return article;
  }

  private Article stored(String host, Instant fetched, String text) throws Exception {
    String url = "https://" + host + "/a";
    Article article =
        Article.of(url, new Outlet("import", host, host), "Title", text, "en", fetched);
    store(article);
    return article;
  }

  private void store(Article article) throws Exception {
    Headers headers = new RecordHeaders();
    byte[] value = ContractSerdes.ARTICLE.serialize(Topics.ARTICLES.name(), headers, article);
    producer
        .send(new ProducerRecord<>(Topics.ARTICLES.name(), null, article.id(), value, headers))
        .get();
  }

  /** Sends a page with an article, and gives what today's reader makes of it. */
  private Article page(String host, int seconds, String words) throws Exception {
    Instant fetched = FETCHED.plusSeconds(seconds);
    String sentence =
        "The authority of the river at "
            + host
            + " said on Monday that the water had fallen for the third week and that towns along"
            + " the valley would have to share what was left until the rain came back. ";
    String html =
        "<!doctype html><html lang=en><head><title>Rivers"
            + " fall</title></head><body><article><h1>Rivers fall</h1>"
            + ("<p>" + sentence.repeat(2) + "</p>").repeat(4)
            + "<p>"
            + sentence
            + words
            + "</p></article></body></html>";
    Page page = sendPage(host, fetched, html);
    var reading =
        new io.keeling.reader.ArticleReader()
            .read(
                new io.keeling.reader.RawPage(
                    page.body(), page.contentType(), page.url(), null, page.fetchedAt()));
    return ((io.keeling.reader.Reading.Readable) reading).article();
  }

  private Page sendPage(String host, Instant fetched, String html) throws Exception {
    String url = "https://" + host + "/a";
    Page page =
        Page.builder(url, FetchPurpose.ARTICLE, "import", fetched, UUID.randomUUID().toString())
            .body("text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8))
            .build();
    producer
        .send(new ProducerRecord<>(Topics.PAGES.name(), null, host, page.body(), page.headers()))
        .get();
    return page;
  }
}
