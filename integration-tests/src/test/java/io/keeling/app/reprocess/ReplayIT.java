package io.keeling.app.reprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.keeling.app.deadletter.DeadLetterLog;
import io.keeling.app.deadletter.Replay;
import io.keeling.contract.article.Article;
import io.keeling.contract.article.Outlet;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.deadletter.RecordOrigin;
import io.keeling.contract.deadletter.Stage;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.FetchRequest;
import io.keeling.contract.fetch.Page;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.serde.DeadLetters;
import io.keeling.contract.topic.Topics;
import io.keeling.enrich.Enrich;
import io.keeling.ingest.Ingest;
import io.keeling.ingest.config.IngestConfig;
import io.keeling.ingest.config.NetworkConfig;
import io.keeling.ingest.config.StreamsRunConfig;
import io.keeling.sink.Sink;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dead letters whose cause is mended come out once, however often they are replayed. */
class ReplayIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Instant FETCHED = Instant.parse("2026-11-24T09:00:00Z");

  private static final String SENTENCE =
      "The authority of the river said on Monday that the water had fallen for the third week and"
          + " that towns along the valley would have to share what was left until the rain came. ";
  private static final String HTML =
      "<!doctype html><html lang=en><head><title>Rivers"
          + " fall</title></head><body><article><h1>Rivers fall</h1>"
          + ("<p>" + SENTENCE.repeat(2) + "</p>").repeat(4)
          + "</article></body></html>";

  @TempDir Path directory;

  @Test
  void whatIsReplayedTwiceIsThereOnceAtEveryStage() throws Exception {
    HttpServer outlet = outlet();
    try (PipelineServers servers = new PipelineServers(directory)) {
      TableDump tables = new TableDump();
      // Given a letter of each stage, as a bug that is mended now left them
      servers.send(DeadLetters.record(letterOfFetch(outlet)));
      servers.send(DeadLetters.record(letterOfPage("page.example")));
      servers.send(DeadLetters.record(letterOfArticle(article("article.example"))));
      try (Ingest ingest = ingest(servers);
          Enrich enrich = servers.enrich(null);
          Sink sink = servers.sink(tables)) {
        Article refused = article("refused.example");
        await().atMost(PATIENCE).ignoreExceptions().until(() -> tables.count(ARTICLES) == 0);
        tables.execute(
            "ALTER TABLE article ADD CONSTRAINT refuse CHECK"
                + " (source_domain NOT IN ('refused.example', 'overtaken.example'))");
        servers.send(refused);
        Article overtaken = article("overtaken.example");
        servers.send(overtaken);
        await().atMost(PATIENCE).until(() -> letters(servers).size() == 5);
        assertLetterIsWhole(letters(servers), refused);
        tables.execute("ALTER TABLE article DROP CONSTRAINT refuse");

        // and one of them with newer words that came in meanwhile
        servers.send(article("overtaken.example", "Rain", FETCHED.plusSeconds(60)));
        await().atMost(PATIENCE).until(() -> tables.count(ARTICLES + " WHERE title = 'Rain'") == 1);

        // When all of them are replayed, twice
        replayAll(servers);
        awaitRows(tables, 5);
        replayAll(servers);
        Article last = article("last.example");
        servers.send(last);
        awaitRows(tables, 6);
        await().atMost(PATIENCE).until(() -> tables.lag(servers.connection()) == 0);

        // Then each is there once, and no new letter came
        assertThat(tables.count("SELECT count(*) FROM article_version")).isEqualTo(6);
        assertThat(tables.count("SELECT max(revision) FROM article_version")).isEqualTo(2);
        assertThat(letters(servers)).hasSize(5);
        // The old words did not come behind the newer ones.
        assertThat(
                servers.records(Topics.ENRICHED.name()).stream()
                    .map(r -> ContractSerdes.ENRICHED_ARTICLE.deserialize(r.topic(), r.value()))
                    .filter(e -> e.article().id().equals(overtaken.id())))
            .extracting(EnrichedArticle::revision)
            .containsExactly(1, 2);
        // The article of the page came in once; those of the other letters as often as sent.
        assertThat(
                servers.records(Topics.ARTICLES.name()).stream()
                    .map(r -> ContractSerdes.ARTICLE.deserialize(r.topic(), r.value()))
                    .filter(a -> a.source().domain().equals("page.example")))
            .hasSize(1);
        assertThat(ingest.alive() && enrich.alive() && sink.alive()).isTrue();
      }
    } finally {
      outlet.stop(0);
    }
  }

  private static final String ARTICLES = "SELECT count(*) FROM article";

  private static void assertLetterIsWhole(List<DeadLetter> letters, Article refused) {
    DeadLetter letter =
        letters.stream()
            .filter(l -> l.stage() == Stage.SINK && refused.url().equals(l.url()))
            .findFirst()
            .orElseThrow();
    assertThat(letter.reason()).isEqualTo("refused");
    assertThat(letter.exception()).isEqualTo("java.sql.SQLException");
    assertThat(letter.message()).contains("refuse").doesNotContain("Rivers");
    assertThat(letter.origin().topic()).isEqualTo(Topics.ENRICHED.name());
    assertThat(letter.origin().key()).isEqualTo(refused.id());
    assertThat(letter.origin().offset()).isNotNegative();
    assertThat(letter.trace()).isEqualTo("trace-" + refused.id());
    assertThat(letter.url()).isEqualTo(refused.url());
    assertThat(letter.sourceId()).isEqualTo(refused.source().id());
    assertThat(ContractSerdes.ENRICHED_ARTICLE.deserialize("", letter.payload()).article())
        .isEqualTo(refused);
  }

  private static void replayAll(PipelineServers servers) {
    try (Replay replay = new Replay(servers.connection())) {
      assertThat(letters(servers)).allMatch(replay::replay);
    }
  }

  private static List<DeadLetter> letters(PipelineServers servers) {
    List<DeadLetter> letters = new ArrayList<>();
    new DeadLetterLog(servers.connection()).forEach((id, letter) -> letters.add(letter));
    return letters;
  }

  private static void awaitRows(TableDump tables, long count) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(tables.count(ARTICLES)).isEqualTo(count));
  }

  private Ingest ingest(PipelineServers servers) {
    IngestConfig config =
        IngestConfig.defaults()
            .with(NetworkConfig.local())
            .with(StreamsRunConfig.defaults(directory.resolve("ingest")));
    return Ingest.start(servers.connection(), config, new SimpleMeterRegistry());
  }

  /** An outlet that has mended its page. */
  private static HttpServer outlet() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          boolean page = exchange.getRequestURI().getPath().equals("/a");
          byte[] body = page ? HTML.getBytes(StandardCharsets.UTF_8) : new byte[0];
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(page ? 200 : 404, page ? body.length : -1);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }

  /** Of a fetch that was given up days ago. */
  private static DeadLetter letterOfFetch(HttpServer outlet) {
    String url = "http://127.0.0.1:" + outlet.getAddress().getPort() + "/a";
    FetchRequest request =
        new FetchRequest(url, FetchPurpose.ARTICLE, "import", FETCHED, 1, null, null);
    Headers headers = new RecordHeaders();
    String topic = Topics.FETCHES.name();
    byte[] payload = ContractSerdes.FETCH_REQUEST.serialize(topic, headers, request);
    HeaderValues.put(headers, HeaderNames.TRACE, "trace-fetch");
    RecordOrigin origin = new RecordOrigin(topic, 0, -1, "127.0.0.1");
    return DeadLetters.of(Stage.FETCH, "gone", "gone", null, origin, headers, payload, FETCHED);
  }

  private static DeadLetter letterOfArticle(Article article) {
    Headers headers = new RecordHeaders();
    byte[] payload = ContractSerdes.ARTICLE.serialize(Topics.ARTICLES.name(), headers, article);
    HeaderValues.put(headers, HeaderNames.TRACE, "trace-article");
    RecordOrigin origin = new RecordOrigin(Topics.ARTICLES.name(), 0, 0, article.id());
    return DeadLetters.of(Stage.ENRICH, "failed", "a bug", null, origin, headers, payload, FETCHED);
  }

  private static DeadLetter letterOfPage(String host) {
    String url = "https://" + host + "/a";
    Page page =
        Page.builder(url, FetchPurpose.ARTICLE, "import", FETCHED, "trace-page")
            .body("text/html; charset=utf-8", HTML.getBytes(StandardCharsets.UTF_8))
            .build();
    RecordOrigin origin = new RecordOrigin(Topics.PAGES.name(), 0, 0, host);
    return DeadLetters.of(
        Stage.READ, "failed", "a bug", null, origin, page.headers(), page.body(), FETCHED);
  }

  private static Article article(String host) {
    return article(host, "Rivers", FETCHED);
  }

  private static Article article(String host, String headline, Instant fetched) {
    String url = "https://" + host + "/a";
    String text = "Rivers at " + host + " fall because of climate change, people said.";
    return Article.of(url, new Outlet(host, host, host), headline, text, "en", fetched);
  }
}
