package io.keeling.app.reprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.app.terminal.Progress;
import io.keeling.app.terminal.Terminal;
import io.keeling.contract.article.Article;
import io.keeling.contract.article.Outlet;
import io.keeling.contract.topic.Topics;
import io.keeling.enrich.Enrich;
import io.keeling.enrich.annotator.AnnotatorResources;
import io.keeling.ingest.backfill.Backlog;
import io.keeling.ingest.config.BackfillConfig;
import io.keeling.runtime.deadline.RecordDeadline;
import io.keeling.sink.Sink;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code keeling.articles} holds is enough to make everything behind it again. */
class RebuildIT {

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Instant MORNING = Instant.parse("2026-11-24T09:00:00Z");
  private static final int ARTICLES = 40;

  @TempDir Path directory;

  private PipelineServers servers;

  @BeforeEach
  void start() throws Exception {
    servers = new PipelineServers(directory);
  }

  @AfterEach
  void stop() throws Exception {
    servers.close();
  }

  @Test
  void aDroppedDatabaseIsRebuiltToTheSameContentsWithEveryVersion() throws Exception {
    TableDump before = new TableDump();
    try (Enrich enrich = servers.enrich(null);
        Sink sink = servers.sink(before)) {
      for (int n = 0; n < ARTICLES; n++) {
        servers.send(article("agency.example", n, 1, MORNING));
        servers.send(article("agency.example", n, 2, MORNING.plusSeconds(60)));
        servers.send(article("gazette.example", n, 1, MORNING.plusSeconds(120)));
        // The outlet takes its correction back.
        servers.send(article("agency.example", n, 1, MORNING.plusSeconds(180)));
      }
      awaitCount(before, "SELECT sum(revision) FROM article", ARTICLES * 4);
      assertThat(enrich.alive() && sink.alive()).isTrue();
    }
    List<String> contents = before.contents();
    assertThat(before.count("SELECT count(*) FROM article_version")).isEqualTo(ARTICLES * 3);
    assertThat(before.count("SELECT count(*) FROM article_name")).isPositive();
    assertThat(before.count("SELECT count(*) FROM article_topic")).isPositive();

    // When the database is gone, and with it the topic from which it came
    before.drop();
    servers.deleteTopic(Topics.ENRICHED.name());
    servers.createTopics();
    TableDump after = new TableDump();
    try (Enrich enrich = servers.enrich(null);
        Sink sink = servers.sink(after)) {
      assertThat(rebuild())
          .containsExactly("%d  sent again, every version".formatted(ARTICLES * 2));
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(after.contents()).isEqualTo(contents));

      // Then it is as it was, and stays so if it is done again
      rebuild();
      await()
          .atMost(PATIENCE)
          .until(() -> servers.records(Topics.ENRICHED.name()).size() == 2 * ARTICLES * 3);
      await().atMost(PATIENCE).until(() -> after.lag(servers.connection()) == 0);
      assertThat(after.contents()).isEqualTo(contents);
      assertThat(enrich.alive() && sink.alive()).isTrue();
    }
  }

  @Test
  void aNewerAnnotatorReplacesTheRowsLosesNoVersionAndNeverShowsOlderWords() throws Exception {
    TableDump tables = new TableDump();
    try (Sink sink = servers.sink(tables)) {
      try (Enrich enrich = servers.enrich(olderTaxonomy())) {
        for (int n = 0; n < ARTICLES; n++) {
          for (int version = 1; version <= 3; version++) {
            servers.send(article("agency.example", n, version, MORNING.plusSeconds(60L * version)));
          }
        }
        awaitCount(tables, "SELECT sum(revision) FROM article", ARTICLES * 3);
        assertThat(enrich.alive()).isTrue();
      }
      tables.execute(
          "CREATE TABLE turned_back (id text);"
              + " CREATE FUNCTION watch() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN"
              + " IF NEW.fetched_at < OLD.fetched_at OR NEW.revision < OLD.revision THEN"
              + " INSERT INTO turned_back VALUES (NEW.id); END IF; RETURN NEW; END$$;"
              + " CREATE TRIGGER watch BEFORE UPDATE ON article FOR EACH ROW"
              + " EXECUTE FUNCTION watch()");

      // When today's annotator goes over all of it while articles change and come
      try (Enrich enrich = servers.enrich(null)) {
        CompletableFuture<Void> live = CompletableFuture.runAsync(this::sendLiveArticles);
        reprocess();
        live.get();
        reprocess();

        // Then every row is today's, no version is missing, and none was shown again
        String today = Enrich.resources(servers.enrichConfig(null)).version();
        awaitCount(
            tables,
            "SELECT count(*) FROM article_version WHERE document #>> '{enrichment,version}' = '"
                + today
                + "'",
            ARTICLES * 4 + ARTICLES);
        assertThat(tables.count("SELECT count(*) FROM article_version")).isEqualTo(ARTICLES * 5);
        // Of an article that changed meanwhile, the newest version comes once more, behind the
        // others.
        awaitCount(
            tables,
            "SELECT count(*) FROM article WHERE fetched_at = (SELECT max(v.fetched_at)"
                + " FROM article_version v WHERE article_id = id) AND revision ="
                + " (SELECT max(v.revision) FROM article_version v WHERE article_id = id)",
            ARTICLES * 2);
        assertThat(tables.count("SELECT count(*) FROM turned_back")).isZero();
        assertThat(enrich.alive() && sink.alive()).isTrue();
      }
    }
  }

  private void sendLiveArticles() {
    for (int n = 0; n < ARTICLES; n++) {
      servers.send(article("agency.example", n, 4, MORNING.plusSeconds(600)));
      servers.send(article("gazette.example", n, 1, MORNING.plusSeconds(600)));
    }
  }

  private List<String> rebuild() {
    return reprocessing().rebuild(new RecordSelection(null, null), resources(), progress());
  }

  private void reprocess() {
    reprocessing()
        .articles(
            new RecordSelection(null, null), resources(), new RecordDeadline(), progress(), false);
  }

  private AnnotatorResources resources() {
    return Enrich.resources(servers.enrichConfig(null));
  }

  private Reprocessing reprocessing() {
    return new Reprocessing(
        servers.connection(),
        BackfillConfig.defaults().withUnread(100, Duration.ofSeconds(60)),
        List.of(new Backlog.Stage("keeling-enrich", Topics.ARTICLES.name(), true)),
        Terminal.standardError());
  }

  private static Progress progress() {
    return new Progress(Terminal.standardError(), "articles", 0);
  }

  /** One that does not know glaciers yet. */
  private Path olderTaxonomy() throws Exception {
    try (InputStream in = Enrich.class.getResourceAsStream("taxonomy.yaml")) {
      String today = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String older = today.replace("[glacier, glaciers, ice sheet,", "[ice sheet,");
      assertThat(older).isNotEqualTo(today);
      return Files.writeString(directory.resolve("older.yaml"), older);
    }
  }

  private static void awaitCount(TableDump tables, String sql, long count) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(tables.count(sql)).isEqualTo(count));
  }

  /** A report that both outlets print; its versions differ in the last sentence. */
  private static Article article(String outlet, int report, int version, Instant fetched) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "Climate change makes the glaciers above Bern melt, John Berger said in Geneva: their ice"
            + " has thinned by a third, and the snow of winter no longer makes up for what summer"
            + " melts.");
    sentences.addAll(
        IntStream.range(0, 12)
            .mapToObj(
                s ->
                    "In report %d gate %d of the dam let %d tonnes of water go."
                        .formatted(report, report * 31 + s, report * 17 + s * 7))
            .toList());
    sentences.add("This is wording %d.".formatted(version));
    String text = sentences.stream().collect(Collectors.joining(" "));
    String url = "https://" + outlet + "/report-" + report;
    return Article.of(url, new Outlet(outlet, outlet, outlet), "Dam", text, "en", fetched);
  }
}
